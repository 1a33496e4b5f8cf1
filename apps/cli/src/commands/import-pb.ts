import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { parametersOf } from './voting-files.js';

/** `wgt import pb FILE --event SLUG`: a finished vote from a Pabulib file, as proposals and ballots of an event; exit status 1 for a broken file. */
export function register(program: Command): void {
  const into =
    program.commands.find((command) => command.name() === 'import') ?? program.command('import').description('take in data from elsewhere');
  into
    .command('pb')
    .description('make proposals and ballots of a Pabulib (.pb) file; its result page then shows our count of it')
    .argument('<file>')
    .requiredOption('--event <slug>', 'the event that takes them in; amounts are taken as its currency')
    .option('--as <email>', 'whose proposals they become; an owner of the event without it')
    .option('--increment <units>', 'step of equal shares in currency units (else options.json beside the file, else 1)', positive)
    .action(async (file: string, { event, as, increment }: { event: string; as?: string; increment?: number }) => {
      const { withModules } = await import('../boot.js');
      const { Accounts } = await import('#accounts');
      const { Events } = await import('#events');
      const { Database } = await import('#platform');
      const { ImportPabulib } = await import('#voting');
      await withModules(async (app) => {
        const scope = await app.get(Events, { strict: false }).scopeOf(event);
        if (!scope) throw new Error(`there is no event ${event}`);
        const accounts = app.get(Accounts, { strict: false });
        const database = app.get(Database, { strict: false });
        const author = as ? (await accounts.byEmail(database, as))?.id : (await accounts.holders(database, scope.eventId, 'owner'))[0];
        if (!author) throw new Error(as ? `${as} has no account` : `${event} has no owner`);
        const done = await app
          .get(ImportPabulib, { strict: false })
          .execute(scope, author, readFileSync(file), increment ?? parametersOf(file).increment);
        console.log(`${done.proposals} proposals, ${done.ballots} ballots: /events/${event}/ballots/${done.ballotId}`);
      });
    });
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('must be a whole number from 1 on');
  return value;
}
