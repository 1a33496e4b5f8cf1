import { inspect } from 'node:util';
import { ConfigError, StartError } from '#platform/start';

/** What to do about files of the database that cannot be used any more; `root` is where they are, if we know. */
export function damaged(root?: string): string {
  const files = root === undefined ? 'The database files' : `The database files in ${root}`;
  return `${files} are damaged: put a backup in their place, or move the data folder away and start afresh.`;
}

/** What may be wrong outside the product, by the code of the error that shows it, and by what was being done where the code alone says too little. */
const OUTSIDE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The database does not answer: is its server running, and is DATABASE_URL right?',
  ENOTFOUND: 'The database cannot be found: is the host in DATABASE_URL right?',
  ETIMEDOUT: 'The database cannot be reached: is the host in DATABASE_URL right?',
  'connect ENOENT': 'The database does not answer: is its server running, and is DATABASE_URL right?',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '28000': 'The database does not let in the user of DATABASE_URL.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  '42P01': 'The database is not prepared: run `npm run wgt -- migrate` first.',
  XX001: damaged(),
  '58P01': damaged(),
  '53100': 'The disk of the database is full.',
  ENOSPC: 'The disk is full.',
  'listen EADDRINUSE': 'The port is taken: stop what runs there, or choose another with PORT.',
  'listen EACCES': 'The port needs more rights than we have: choose one above 1023 with PORT.',
};

/** Ends the process and says why: in one sentence where the cause is outside the product, with everything we know where it is our fault. */
export function fail(error: Error & { code?: string; syscall?: string }): never {
  const outside = OUTSIDE[`${error.syscall} ${error.code}`] ?? OUTSIDE[error.code ?? ''];
  const known = error instanceof ConfigError || error instanceof StartError ? error.message : outside;
  process.stderr.write(`\n${known ?? inspect(error)}\n`);
  process.exit(1);
}
