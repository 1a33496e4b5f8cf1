import { randomUUID } from 'node:crypto';
import { EventsModule } from '#events';
import { type Id, money, newId } from '#kernel';
import { LedgerModule } from '#ledger';
import { PaymentsModule } from '#payments';
import { PledgesModule } from '#pledges';
import type { Role } from '#platform';
import { Proposals, ProposalsModule } from '#proposals';
import { SealCasts, VotingModule } from '#voting';
import { type TestAccount, type World, testWorld } from './world.js';

const DAY_MS = 86_400_000;
export type Headers = { authorization: string };

export interface Voter {
  account: TestAccount;
  headers: Headers;
}

export interface OpenedBallot {
  id: string;
  /** Ids of its options in the order in which they were declared. */
  ids: string[];
}

/** Votes over the real routes: an event, its organisers and as many voters as a test asks for. */
export class VotingWorld {
  private constructor(
    readonly world: World,
    readonly slug: string,
    readonly eventId: Id<'event'>,
    readonly organiser: Voter,
    readonly second: Voter,
  ) {}

  static async start(): Promise<VotingWorld> {
    const world = await testWorld([EventsModule, ProposalsModule, LedgerModule, PaymentsModule, PledgesModule, VotingModule]);
    const { slug, eventId } = await world.event();
    const member = async (...roles: Role[]): Promise<Voter> => {
      const account = await world.account({ roles: [{ eventId, roles }] });
      return { account, headers: await world.signIn(account) };
    };
    return new VotingWorld(world, slug, eventId, await member('organiser'), await member('owner'));
  }

  close(): Promise<void> {
    return this.world.close();
  }

  async voters(count: number): Promise<Voter[]> {
    const made: Voter[] = [];
    for (let n = 0; n < count; n += 1) {
      const account = await this.world.account();
      made.push({ account, headers: await this.world.signIn(account) });
    }
    return made;
  }

  /** A pledge as it stands after its card was saved; how pledges get there is told elsewhere. */
  async backs(voter: Voter, state = 'committed'): Promise<void> {
    await this.world.unitOfWork.run(async (tx) => {
      const [campaign, pledge] = [newId(), newId()];
      await tx.run(
        `insert into pledges.campaign (id, event_id, title, mode, goal_minor, currency, opens_at, deadline_local, time_zone, deadline_at, state, created_at, created_by)
         values ($1, $2, 'A campaign', 'all_or_nothing', 1000, 'GBP', $3, '2026-07-01T22:00', 'Europe/London', '2026-07-01T21:00Z', 'live', $3, $4)`,
        [campaign, this.eventId, tx.now, this.organiser.account.accountId],
      );
      await tx.run(
        `insert into pledges.pledge (id, event_id, campaign_id, backer_id, client_key, request_hash, reference, method, amount_minor, currency, display, state, made_at, committed_at)
         values ($1, $2, $3, $4, 'a key of this test', '\\x00', 'AAAAAAAAA', 'card', 1, 'GBP', 'public', $5, $6, $6)`,
        [pledge, this.eventId, campaign, voter.account.accountId, state, tx.now],
      );
    });
  }

  path(rest = ''): string {
    return `/api/v1/events/${this.slug}/ballots${rest}`;
  }

  /** Shortlisted, priced proposals made without walking each through its review. */
  priced(...costs: number[]): Promise<string[]> {
    return this.world.unitOfWork.run(async (tx) => {
      const options = costs.map((cost) => ({ title: `Wish ${randomUUID().slice(0, 8)}`, cost: money(BigInt(cost), 'GBP') }));
      const scope = { eventId: this.eventId, slug: this.slug, currency: 'GBP', timeZone: 'Europe/London' };
      const ids = await this.world.get(Proposals).importOnBallot(tx, scope, this.organiser.account.accountId, options);
      await this.world.get(Proposals).takeOffBallot(tx, this.eventId, ids, 'for a ballot of this test');
      return ids;
    });
  }

  post(rest: string, body: object = {}, headers: Headers = this.organiser.headers) {
    return this.world.http().post(this.path(rest)).set(headers).send(body);
  }

  get(rest: string, headers: Partial<Headers> = {}) {
    return this.world.http().get(this.path(rest)).set(headers);
  }

  /** A draft within a pot of 100 pounds. */
  async declared(costs: number[], over: object = {}): Promise<OpenedBallot> {
    const ids = await this.priced(...costs);
    const made = await this.post(
      '',
      this.declaration({ pot: { amount: 10_000, currency: 'GBP' }, proposalIds: ids, noticeHours: 0, ...over }),
    ).expect(201);
    return { id: (made.body as { id: string }).id, ids };
  }

  declaration(over: object): object {
    return { title: 'What shall we do', closesAt: new Date(this.world.clock.now().getTime() + DAY_MS).toISOString(), ...over };
  }

  async opened(costs: number[], over: object = {}): Promise<OpenedBallot> {
    const made = await this.declared(costs, over);
    await this.open(made.id);
    return made;
  }

  async open(id: string): Promise<void> {
    await this.post(`/${id}/open`).expect(200);
  }

  cast(id: string, voter: Voter, ballot: object) {
    return this.world
      .http()
      .put(this.path(`/${id}/my-ballot`))
      .set(voter.headers)
      .send(ballot);
  }

  choose(id: string, voter: Voter, choices: readonly string[]) {
    return this.cast(id, voter, { choices });
  }

  /** Closes and counts. */
  async finish(id: string): Promise<void> {
    await this.post(`/${id}/close`).expect(200);
    await this.world.get(SealCasts).seal();
    await this.world.drain();
  }

  async result<T = Record<string, unknown>>(id: string): Promise<T> {
    return (await this.get(`/${id}/result`).expect(200)).body as T;
  }

  async rows(id: string): Promise<number> {
    return (await this.world.database.one<{ n: number }>('select count(*)::int as n from voting.vote where ballot_id = $1', [id])).n;
  }
}
