import { Told } from '../audit/told.js';
import type { FoundAccount } from '../accounts/types.js';
import type { BudgetLine } from '../books/types.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import type { Amount } from '../common/format.js';
import type { Query } from '../providers/api.js';
import { BooksFigures } from './books-figures.js';
import { listing, type Answer } from './answer-parts.js';
import { FundingFigures } from './funding-figures.js';
import { PayoutName } from '../payments/payout-name.js';
import type { Payout } from '../payments/types.js';
import { PledgesInTrouble } from './pledges-in-trouble.js';
import type { WaitingRefund } from '../pledges/types.js';
import type { Deal } from '../sponsors/types.js';
import { RoleName } from './role-name.js';
import type { TileName } from './tiles.js';

interface Question {
  /** The view that answers, below the event; one that begins with a slash stands on its own. */
  path: string;
  query?: Query;
  /** The view stands on its own and is asked for this event's part. */
  ofEvent?: true;
  /** Where something can be done about it. */
  to: string;
  Answer: Answer;
}

interface Named {
  id: string;
  name?: string;
  title?: string;
  text?: string;
  state?: string;
  organisation?: string;
}

const lineOf = (row: Named) => ({
  key: row.id,
  text: row.title ?? row.name ?? row.organisation ?? row.text ?? '',
  beside: <State of={row.state} />,
});
const named = listing<Named>(lineOf);
/** Things that have a screen of their own, each with the way there. */
const placed = (place: string, only?: (row: Named) => boolean) =>
  listing<Named>((row) => ({ ...lineOf(row), to: `${place}/${row.id}` }), only && { only, nothing: 'dashboard.no_open_vote' });
const withAmount = listing<Named & { amount?: Amount; payee?: string }>((row) => ({
  key: row.id,
  text: row.name ?? row.text ?? row.payee ?? <State of={row.state} />,
  beside: <Money value={row.amount} />,
}));
const payouts = listing<Payout>(({ id, arrivesOn, amount }) => ({
  key: id,
  text: <PayoutName arrivesOn={arrivesOn} />,
  beside: <Money value={amount} />,
}));
const shifts = listing<Named & { startsAt?: string }>((row) => ({
  key: row.id,
  text: row.name ?? row.title ?? '',
  beside: <When at={row.startsAt} />,
}));

const deals = listing<Deal>(
  ({ id, organisation, openBenefits }) => ({ key: id, text: organisation, beside: openBenefits, to: `/deals/${id}` }),
  {
    only: ({ openBenefits }) => openBenefits > 0,
  },
);
const overBy = ({ planned, committed, actual, metInKind }: BudgetLine): number =>
  committed.amount + actual.amount + metInKind.amount - planned.amount;
const needs = listing<BudgetLine>(
  (line) => ({ key: line.id, text: line.name, beside: <Money value={{ ...line.planned, amount: overBy(line) }} /> }),
  { only: (line) => overBy(line) > 0, nothing: 'dashboard.within_budget' },
);
const refunds = listing<WaitingRefund>(({ id, backer, amount }) => ({ key: id, text: backer, beside: <Money value={amount} /> }));
const sparks = listing<{ id: string; text: string; supports: number }>(({ id, text, supports }) => ({ key: id, text, beside: supports }));
const reported = listing<{ id: string; excerpt: string; state: string }>(
  ({ id, excerpt, state }) => ({ key: id, text: excerpt, beside: <State of={state} /> }),
  { only: ({ state }) => state === 'queued' },
);
const hours = listing<{ id: string; activity: string; state: string }>(({ id, activity, state }) => ({
  key: id,
  text: activity,
  beside: <State of={state} />,
}));
const people = listing<{ accountId: string; name: string; role: string }>(({ accountId, name, role }) => ({
  key: `${accountId} ${role}`,
  text: name,
  beside: <RoleName of={role} />,
}));
const changes = listing<{ id: string; action: string; at: string }>(({ id, action, at }) => ({
  key: id,
  text: <Told of={action} as="actions" />,
  beside: <When at={at} />,
}));
const shutOut = listing<FoundAccount>(({ id, name, suspendedAt }) => ({ key: id, text: name, beside: <When at={suspendedAt} /> }), {
  nothing: 'dashboard.nobody_suspended',
});

/** Where each question of the desks is answered. */
export const ANSWERS: Record<TileName, Question> = {
  funding: { path: 'campaigns', to: '/campaigns', Answer: FundingFigures },
  review: { path: 'proposals', query: { state: 'under_review', limit: 4 }, to: '/proposals', Answer: placed('/proposals') },
  'to-cost': { path: 'proposals', query: { state: 'under_review', limit: 4 }, to: '/proposals', Answer: placed('/proposals') },
  ballots: { path: 'ballots', to: '/ballots', Answer: placed('/ballots', ({ state }) => state === 'open') },
  moderation: { path: 'moderation', to: '/moderation', Answer: reported },
  'open-wall': { path: '/admin/moderation', to: '/open-wall', Answer: reported },
  sparks: { path: '/sparks', ofEvent: true, query: { sort: 'newest', limit: 4 }, to: '/sparks', Answer: sparks },
  books: { path: 'books', to: '/books', Answer: BooksFigures },
  budget: { path: 'books/budget', to: '/budget', Answer: needs },
  unmatched: { path: 'books/lines', to: '/reconcile', Answer: withAmount },
  expenses: { path: 'books/expenses', to: '/expenses', Answer: withAmount },
  payouts: { path: 'payouts', to: '/payouts', Answer: payouts },
  pledges: { path: 'campaigns', to: '/pledges', Answer: PledgesInTrouble },
  refunds: { path: 'refunds', to: '/refunds', Answer: refunds },
  deals: { path: 'deals', to: '/deals', Answer: placed('/deals') },
  gifts: { path: 'in-kind-gifts', to: '/gifts', Answer: named },
  promises: { path: 'deals', query: { limit: 100 }, to: '/deals', Answer: deals },
  hours: { path: 'hours', query: { state: 'logged', limit: 4 }, to: '/hours', Answer: hours },
  'my-hours': { path: 'hours', query: { of: 'me', limit: 4 }, to: '/hours', Answer: hours },
  shifts: { path: 'shifts', to: '/shifts', Answer: shifts },
  boards: { path: 'boards', to: '/boards', Answer: placed('/boards') },
  team: { path: 'team', to: '/team', Answer: people },
  audit: { path: '/admin/audit', query: { limit: 4 }, to: '/audit', Answer: changes },
  accounts: { path: '/admin/accounts', to: '/accounts', Answer: shutOut },
};
