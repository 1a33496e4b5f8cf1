// npm run verify:books: hands every book to hledger, which knows nothing of us, and compares what it makes of it with our balances.
// Works on the database of a running or a stopped server. Where hledger is not installed it says so and checks nothing.
import { spawnSync } from 'node:child_process';
import { build, install, main, step } from './steps.mjs';

const hledger = (journal, ...args) => spawnSync('hledger', ['-f', '-', ...args], { input: journal, encoding: 'utf8', maxBuffer: 1 << 28 });

/** What hledger has left on each account in one commodity, as decimal text. */
function balancesBy(journal, commodity) {
  const { status, stdout, stderr } = hledger(journal, 'balance', '--flat', '--no-total', '--empty', '-O', 'csv', `cur:${commodity}`);
  if (status !== 0) throw new Error(stderr);
  const rows = stdout.trim().split('\n').slice(1);
  return new Map(rows.map((row) => row.slice(1, -1).split('","')).map(([account, amount]) => [account, amount.split(' ')[0]]));
}

/** The accounts on which hledger and we differ. */
function differences(journal, balances, decimalOf) {
  const theirs = new Map([...new Set(balances.map((b) => b.commodity))].map((c) => [c, balancesBy(journal, c)]));
  return balances.flatMap(({ account, commodity, debit_minor, credit_minor }) => {
    const ours = debit_minor - credit_minor;
    const found = theirs.get(commodity)?.get(account) ?? 'nothing';
    const same = found === decimalOf(ours, commodity) || (ours === 0n && Number(found) === 0);
    return same ? [] : [`${account}: we say ${decimalOf(ours, commodity)} ${commodity}, hledger says ${found}`];
  });
}

main(async () => {
  const version = spawnSync('hledger', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    console.log('hledger is not installed (Debian: apt-get install hledger): the books were not checked by it.');
    return;
  }
  await install();
  await build({ only: ['server to run'] });
  const { withModules } = await import('../dist/apps/cli/src/boot.js');
  const { Ledger, decimalOf, exportHledger } = await import('#ledger');
  const { Database, EventScopes } = await import('#platform');
  const wrong = [];
  await withModules(async (app) => {
    const [ledger, database, scopes] = [Ledger, Database, EventScopes].map((type) => app.get(type, { strict: false }));
    const books = await ledger.books(database);
    const names = await scopes.namesOf(books);
    for (const eventId of books) {
      await step(`the books of ${names.get(eventId)?.slug ?? eventId} in ${version.stdout.trim()}, strict`, async () => {
        const [journal, balances] = [await exportHledger(database, eventId), await ledger.trialBalance(database, eventId)];
        const { status, stderr } = hledger(journal, 'check', '--strict', 'ordereddates');
        const faults = status === 0 ? differences(journal, balances, decimalOf) : [stderr.trim()];
        wrong.push(...faults);
        return faults.length ? 'DIFFERENT' : `${balances.length} balances equal`;
      });
    }
    if (books.length === 0) console.log('There are no books yet.');
  });
  for (const fault of wrong) console.error(fault);
  if (wrong.length) process.exitCode = 1;
});
