import { inspect } from 'node:util';
import { ConfigError } from '#platform';

/** What may be wrong outside the product, by the code of the error that shows it. */
const OUTSIDE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The database does not answer: is its server running, and is DATABASE_URL right?',
  ENOTFOUND: 'The database cannot be found: is the host in DATABASE_URL right?',
  ENOENT: 'The database does not answer: is its server running, and is DATABASE_URL right?',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '28000': 'The database does not let in the user of DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  '42P01': 'The database is not prepared: run `npm run wgt -- migrate` first.',
  EADDRINUSE: 'The port is taken: stop what runs there, or choose another with PORT.',
  EACCES: 'The port needs more rights than we have: choose one above 1023 with PORT.',
};

/** Ends the process and says why: in one sentence where the cause is outside the product, with everything we know where it is our fault. */
export function fail(error: Error & { code?: string }): never {
  const known = error instanceof ConfigError || error.name === 'StartError' ? error.message : OUTSIDE[error.code ?? ''];
  process.stderr.write(`\n${known ?? inspect(error)}\n`);
  process.exit(1);
}
