import { type Id, type Money, money, newId } from '#kernel';
import { LedgerModule } from '#ledger';
import { Checks } from '#platform';
import { SealJournal } from '../../libs/ledger/use-cases/seal-journal.js';
import { type TestAccount, type World, testWorld } from '../support/world.js';

const WHO = ['treasurer', 'owner', 'volunteer', 'stranger'] as const;
type Who = (typeof WHO)[number];

export const gbp = (minor: bigint): Money => money(minor, 'GBP');

/** How the bank of these tests writes its files. */
export const mapping = {
  separator: ',',
  decimalMark: '.',
  dateForm: 'yyyy-MM-dd',
  date: 'Date',
  amount: 'Amount',
  text: ['Text'],
  balance: 'Balance',
};
export const csv = (...rows: string[]): string => ['Date,Text,Amount,Balance', ...rows, ''].join('\n');
export const upload = (text: string, more: object = {}): object => ({ fileName: 'june.csv', csv: text, mapping, ...more });

/** One event's books over HTTP, and the people who ask for them. */
export class Desk {
  private constructor(
    readonly world: World,
    readonly eventId: Id<'event'>,
    readonly accounts: Readonly<Record<Who, TestAccount>>,
    readonly headers: Readonly<Record<Who, Record<string, string>>>,
  ) {}

  static async open(): Promise<Desk> {
    const world = await testWorld([LedgerModule]);
    const { eventId, owner } = await world.event({ slug: 'together' });
    const accounts = {
      owner,
      treasurer: await world.account({ roles: [{ eventId, roles: ['treasurer'] }] }),
      volunteer: await world.account({ roles: [{ eventId, roles: ['volunteer'] }] }),
      stranger: await world.account(),
    };
    const headers = {} as Record<Who, Record<string, string>>;
    for (const who of WHO) headers[who] = await world.signIn(accounts[who]);
    return new Desk(world, eventId, accounts, headers);
  }

  readonly get = (path: string, who?: Who) =>
    this.world
      .http()
      .get(`/api/v1/events/together/books${path}`)
      .set(who ? this.headers[who] : {});

  readonly post = (path: string, body: object, who: Who = 'treasurer') =>
    this.world.http().post(`/api/v1/events/together/books${path}`).set(this.headers[who]).set('idempotency-key', newId()).send(body);

  /** Ends the test; whatever it did, the checks find nothing. */
  async close(): Promise<void> {
    await this.world.get(SealJournal).execute();
    const broken = (await this.world.get(Checks).askAll()).filter((r) => r.violations.length > 0);
    await this.world.close();
    expect(broken).toEqual([]);
  }
}
