import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import type { Amount } from '../common/format.js';
import type { Query } from '../providers/api.js';
import { BooksFigures } from './books-figures.js';
import { listing, type Answer } from './answer-parts.js';
import { FundingFigures } from './funding-figures.js';
import type { TileName } from './tiles.js';

interface Question {
  /** The view that answers, below the event; null where the answer is only the way there. */
  path: string | null;
  query?: Query;
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

const named = listing<Named>((row) => ({
  key: row.id,
  text: row.title ?? row.name ?? row.organisation ?? row.text ?? '',
  beside: <State of={row.state} />,
}));
const withAmount = listing<Named & { amount?: Amount; payee?: string }>((row) => ({
  key: row.id,
  text: row.name ?? row.text ?? row.payee ?? <State of={row.state} />,
  beside: <Money value={row.amount} />,
}));
const shifts = listing<Named & { startsAt?: string }>((row) => ({
  key: row.id,
  text: row.name ?? row.title ?? '',
  beside: <When at={row.startsAt} />,
}));

function Way() {
  const t = useTranslate();
  return <Typography color="text.secondary">{t('dashboard.look_there')}</Typography>;
}

/** Where each question of the desks is answered. */
export const ANSWERS: Record<TileName, Question> = {
  funding: { path: 'campaigns', to: '/campaigns', Answer: FundingFigures },
  review: { path: 'proposals', query: { state: 'under_review', limit: 4 }, to: '/proposals', Answer: named },
  'to-cost': { path: 'proposals', query: { state: 'under_review', limit: 4 }, to: '/proposals', Answer: named },
  ballots: { path: 'ballots', to: '/ballots', Answer: named },
  moderation: { path: 'moderation', to: '/moderation', Answer: named },
  sparks: { path: null, to: '/sparks', Answer: Way },
  books: { path: 'books', to: '/books', Answer: BooksFigures },
  budget: { path: null, to: '/budget', Answer: Way },
  unmatched: { path: 'books/lines', to: '/reconcile', Answer: withAmount },
  expenses: { path: 'books/expenses', to: '/expenses', Answer: withAmount },
  payouts: { path: 'payouts', to: '/payouts', Answer: withAmount },
  pledges: { path: null, to: '/pledges', Answer: Way },
  refunds: { path: null, to: '/pledges', Answer: Way },
  deals: { path: 'deals', to: '/deals', Answer: named },
  gifts: { path: 'in-kind-gifts', to: '/gifts', Answer: named },
  promises: { path: null, to: '/deals', Answer: Way },
  hours: { path: 'hours', query: { state: 'logged' }, to: '/hours', Answer: named },
  'my-hours': { path: null, to: '/hours', Answer: Way },
  shifts: { path: 'shifts', to: '/shifts', Answer: shifts },
  boards: { path: 'boards', to: '/boards', Answer: named },
  'my-cards': { path: null, to: '/boards', Answer: Way },
  team: { path: null, to: '/team', Answer: Way },
  audit: { path: null, to: '/audit', Answer: Way },
  accounts: { path: null, to: '/accounts', Answer: Way },
};
