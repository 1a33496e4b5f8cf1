import fc from 'fast-check';
import pg from 'pg';
import { type Id, money, newId } from '#kernel';
import { Checks } from '#platform';
import { type World, testWorld } from '../../../test/support/world.js';
import type { EntryDraft } from '../domain/journal-entry.js';
import { cardPaymentReceived } from '../domain/postings/index.js';
import { Ledger } from '../ledger.js';
import { LedgerModule } from '../ledger.module.js';
import { SealJournal } from '../use-cases/seal-journal.js';
import { trialBalance } from './balances.query.js';

let world: World;
let eventId: Id<'event'>;
const ledger = () => world.get(Ledger);
const post = (draft: EntryDraft) => world.unitOfWork.run((tx) => ledger().post(tx, draft));
const gift = (id: string, minor = 5_000n) => cardPaymentReceived({ eventId, on: '2026-05-01', id, amount: money(minor, 'GBP') });

beforeAll(async () => {
  world = await testWorld([LedgerModule]);
  ({ eventId } = await world.event());
});
afterAll(() => world.close());

describe('posting', () => {
  it('answers the first entry when the same source is told again (JRN-3)', async () => {
    const first = await post(gift('once'));
    expect(await post(gift('once'))).toEqual({ entryId: first.entryId, replayed: true });
  });

  it('refuses a replay with other lines (JRN-3)', async () => {
    await post(gift('other'));
    await expect(post(gift('other', 1n))).rejects.toMatchObject({ code: 'ENTRY_ALREADY_POSTED' });
  });

  it('posts one entry when 20 tell the same at once (JRN-3)', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => post(gift('at once'))));
    expect(new Set(results.map((r) => r.entryId)).size).toBe(1);
    expect(results.filter((r) => !r.replayed)).toHaveLength(1);
  });

  it('reverses an entry once (JRN-4)', async () => {
    const { entryId } = await post(gift('reversed'));
    const reverse = (because: string) =>
      world.unitOfWork.run((tx) => ledger().reverse(tx, { eventId, entryId, on: '2026-05-02', because }));
    await reverse('booked by mistake');
    expect(await reverse('again')).toMatchObject({ replayed: true });
    const again = { ...gift('other source'), reverses: entryId };
    await expect(post(again)).rejects.toMatchObject({ code: 'ENTRY_ALREADY_REVERSED' });
  });

  it('knows the books of one event only', async () => {
    const other = await world.event();
    const { entryId } = await post(gift('mine'));
    const reverse = world.unitOfWork.run((tx) =>
      ledger().reverse(tx, { eventId: other.eventId, entryId, on: '2026-05-02', because: 'not mine' }),
    );
    await expect(reverse).rejects.toMatchObject({ code: 'NO_SUCH_ENTRY' });
  });
});

describe('the database itself', () => {
  const header = (id: string, lines: number) =>
    `insert into ledger.journal_entry (event_id, id, booked_on, posted_at, text, source_kind, source_id, line_count, lines_hash)
     values ('${eventId}', '${id}', '2026-05-01', '2026-05-01', 'raw', 'raw', '${id}', ${lines}, '')`;
  const line = (id: string, no: number, debit: bigint, credit: bigint, commodity = 'GBP') =>
    `('${eventId}', '${id}', ${no}, 'Assets:Stripe:Balance', '${commodity}', ${debit}, ${credit})`;
  const insertLines = (...lines: string[]) =>
    `insert into ledger.journal_line (event_id, entry_id, line_no, account, commodity, debit_minor, credit_minor) values ${lines.join(', ')}`;
  /** Raw statements of the application's role, in one transaction. */
  const raw = (...statements: string[]) =>
    world.unitOfWork.run(async (tx) => {
      for (const statement of statements) await tx.manager.query(statement);
    });

  beforeAll(() => post(gift('opens the account')));

  it('accepts 0 unbalanced entries among random ones, through the function and by raw SQL (JRN-1)', async () => {
    const commodity = fc.constantFrom('GBP', 'GBP', 'EUR');
    const wild = fc.array(fc.record({ debit: fc.bigInt(0n, 3n), credit: fc.bigInt(0n, 3n), commodity }), { minLength: 1, maxLength: 4 });
    // Left to chance, hardly any entry would balance: some are made of pairs that do.
    const pair = fc.record({ amount: fc.bigInt(1n, 3n), commodity });
    const paired = fc.array(pair, { minLength: 1, maxLength: 2 }).map((pairs) =>
      pairs.flatMap(({ amount, commodity: of }) => [
        { debit: amount, credit: 0n, commodity: of },
        { debit: 0n, credit: amount, commodity: of },
      ]),
    );
    const lines = fc.oneof({ arbitrary: wild, weight: 3 }, { arbitrary: paired, weight: 1 });
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), async (drafts, throughFunction) => {
        const id = newId();
        const sums = new Map<string, bigint>();
        for (const l of drafts) sums.set(l.commodity, (sums.get(l.commodity) ?? 0n) + l.debit - l.credit);
        const sound =
          drafts.length >= 2 && drafts.every((l) => (l.debit === 0n) !== (l.credit === 0n)) && [...sums.values()].every((s) => s === 0n);
        const arrays = (pick: (l: (typeof drafts)[number]) => string) => `array[${drafts.map(pick).join(', ')}]`;
        const write = throughFunction
          ? raw(
              `select ledger.post_entry('${eventId}', '${id}', '2026-05-01', 'random', 'random', '${id}', '2026-05-01', null, null, '{}', ${arrays(() => `'Assets:Stripe:Balance'`)},
               ${arrays((l) => `'${l.commodity}'`)}, ${arrays((l) => `${l.debit}::bigint`)}, ${arrays((l) => `${l.credit}::bigint`)}, ${arrays(() => 'null::uuid')})`,
            )
          : raw(header(id, drafts.length), insertLines(...drafts.map((l, i) => line(id, i + 1, l.debit, l.credit, l.commodity))));
        const ok = await write.then(
          () => true,
          () => false,
        );
        if (ok) accepted += 1;
        expect(ok).toBe(sound);
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('refuses an entry without its lines, with too few, and lines that come later (JRN-1)', async () => {
    const [a, b, c] = [newId(), newId(), newId()];
    await expect(raw(header(a, 2))).rejects.toThrow('an entry needs its lines');
    await expect(raw(header(b, 3), insertLines(line(b, 1, 1n, 0n), line(b, 2, 0n, 1n)))).rejects.toThrow('written together');
    await raw(header(c, 2), insertLines(line(c, 1, 1n, 0n), line(c, 2, 0n, 1n)));
    await expect(raw(insertLines(line(c, 3, 5n, 0n), line(c, 4, 0n, 5n)))).rejects.toThrow('written together');
  });

  it('refuses lines without an entry or an account, and an entry without a book, though no foreign key locks these', async () => {
    const [none, d] = [newId(), newId()];
    await expect(raw(insertLines(line(none, 1, 1n, 0n), line(none, 2, 0n, 1n)))).rejects.toThrow('belongs to an entry');
    const elsewhere = line(d, 2, 0n, 1n).replace('Assets:Stripe:Balance', 'Assets:Nowhere');
    await expect(raw(header(d, 2), insertLines(line(d, 1, 1n, 0n), elsewhere))).rejects.toThrow('belongs to an entry and an account');
    await expect(raw(header(newId(), 2).replace(eventId, newId()))).rejects.toThrow('belongs to a book');
  });

  it.each(['journal_entry', 'journal_line', 'seal', 'budget_plan', 'need_met_in_kind', 'match_part'])(
    'lets nobody change or delete a row of %s (JRN-2)',
    async (table) => {
      await expect(raw(`update ledger.${table} set event_id = event_id`)).rejects.toThrow('permission denied');
      await expect(raw(`delete from ledger.${table}`)).rejects.toThrow('permission denied');
      const owner = new pg.Client({ connectionString: world.ownerUrl });
      await owner.connect();
      try {
        await expect(owner.query(`update ledger.${table} set event_id = event_id`)).rejects.toThrow('only ever added to');
        await expect(owner.query(`delete from ledger.${table}`)).rejects.toThrow('only ever added to');
        await expect(owner.query(`truncate ledger.${table} cascade`)).rejects.toThrow('only ever added to');
      } finally {
        await owner.end();
      }
    },
  );
});

describe('balances', () => {
  it('are the same before and after the seal, and on any day', async () => {
    const { eventId: mine } = await world.event();
    const on = (day: string, id: string) => post({ ...gift(id), eventId: mine, on: day });
    await on('2026-05-01', 'first');
    await on('2026-05-03', 'second');
    const unsealed = await trialBalance(world.database, mine);
    await world.get(SealJournal).execute();
    expect(await trialBalance(world.database, mine)).toEqual(unsealed);
    await on('2026-05-05', 'third');
    expect(await ledger().balanceOf(world.database, mine, 'Assets:Stripe:Balance', 'GBP')).toBe(15_000n);
    expect(await trialBalance(world.database, mine, '2026-05-02')).toEqual([
      { account: 'Assets:Stripe:Balance', commodity: 'GBP', debit_minor: 5_000n, credit_minor: 0n },
      { account: 'Income:Pledges:Individuals', commodity: 'GBP', debit_minor: 0n, credit_minor: 5_000n },
    ]);
  });

  it('leave nothing for the checks to find (I1, I2)', async () => {
    await world.get(SealJournal).execute();
    const results = await world.get(Checks).askAll();
    expect(results.filter((r) => r.violations.length > 0)).toEqual([]);
    expect(results.map((r) => r.invariant)).toEqual(expect.arrayContaining(['I1', 'I2']));
  });
});
