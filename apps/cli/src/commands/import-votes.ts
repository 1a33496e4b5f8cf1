import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { parametersOf } from './voting-files.js';

interface Options {
  readonly event: string;
  readonly as?: string;
  readonly increment?: number;
  readonly seats?: number;
}

const FORMATS: readonly [string, RegExp, string][] = [
  ['pb', /\.pb$/i, 'proposals and ballots of a Pabulib (.pb) file'],
  ['preflib', /\.(soc|soi|toc|toi)$/i, 'a ranked vote of a PrefLib file (.soc .soi .toc .toi)'],
  ['blt', /\.blt$/i, 'a ranked vote of a BLT file'],
];

/** `wgt import pb|preflib|blt FILE --event SLUG`: a finished vote from a file; exit status 1 for a broken one, of which nothing is stored. */
export function register(program: Command): void {
  const into =
    program.commands.find((command) => command.name() === 'import') ?? program.command('import').description('take in data from elsewhere');
  for (const [name, ending, what] of FORMATS) {
    into
      .command(name)
      .description(`make ${what}; its result page then shows our count of it`)
      .argument('<file>')
      .requiredOption('--event <slug>', 'the event that takes them in; amounts are taken as its currency')
      .option('--as <email>', 'whose they become; an owner of the event without it')
      .option('--increment <units>', 'step of equal shares in currency units (else options.json beside the file, else 1)', positive)
      .option('--seats <number>', 'winners of a ranked vote (else options.json beside the file, else what the file says)', positive)
      .action((file: string, options: Options) => {
        if (!ending.test(file)) throw new InvalidArgumentError(`${basename(file)} has not the ending of a ${name} file`);
        return takeIn(file, options);
      });
  }
}

async function takeIn(file: string, { event, as, increment, seats }: Options): Promise<void> {
  const { withModules } = await import('../boot.js');
  const { Accounts } = await import('#accounts');
  const { Events } = await import('#events');
  const { Database } = await import('#platform');
  const { CountBallot, ImportVote } = await import('#voting');
  const stated = parametersOf(file);
  await withModules(async (app) => {
    const scope = await app.get(Events, { strict: false }).scopeOf(event);
    if (!scope) throw new Error(`there is no event ${event}`);
    const accounts = app.get(Accounts, { strict: false });
    const database = app.get(Database, { strict: false });
    const author = as ? (await accounts.byEmail(database, as))?.id : (await accounts.holders(database, scope.eventId, 'owner'))[0];
    if (!author) throw new Error(as ? `${as} has no account` : `${event} has no owner`);
    const done = await app.get(ImportVote, { strict: false }).execute(scope, author, {
      fileName: basename(file),
      bytes: readFileSync(file),
      incrementUnits: increment ?? stated.increment,
      seats: seats ?? stated.seats,
    });
    // Whoever reads that it is done finds the result. No server need be running; one that is counts too, and the first result is stored.
    await app.get(CountBallot, { strict: false }).work({ ballotId: done.ballotId });
    console.log(`${done.options} options, ${done.ballots} ballots: /events/${event}/ballots/${done.ballotId}`);
  });
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('must be a whole number from 1 on');
  return value;
}
