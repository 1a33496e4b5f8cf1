import { lazy, type ComponentType } from 'react';

const load = <K extends string>(from: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(() => from().then((room) => ({ default: room[name] })));

const ballots = () => import('./ballots/index.js');
const books = () => import('./books/index.js');
const campaigns = () => import('./campaigns/index.js');
const moderation = () => import('./moderation/index.js');
const payments = () => import('./payments/index.js');
const pledges = () => import('./pledges/index.js');
const proposals = () => import('./proposals/index.js');
const sponsors = () => import('./sponsors/index.js');
const statements = () => import('./statements/index.js');
const volunteers = () => import('./volunteers/index.js');

/** Where each screen lives, below the event. Each folder is a chunk of its own, loaded when it is first opened. */
export const screens: { path: string; Screen: ComponentType }[] = [
  { path: '/sparks', Screen: load(() => import('./sparks/index.js'), 'SparksScreen') },
  { path: '/moderation', Screen: load(moderation, 'ModerationScreen') },
  { path: '/open-wall', Screen: load(moderation, 'OpenWallScreen') },
  { path: '/proposals', Screen: load(proposals, 'ProposalsScreen') },
  { path: '/proposals/:id', Screen: load(proposals, 'ProposalScreen') },
  { path: '/ballots', Screen: load(ballots, 'BallotsScreen') },
  { path: '/ballots/new', Screen: load(ballots, 'DesignerScreen') },
  { path: '/ballots/take-in', Screen: load(ballots, 'TakeInScreen') },
  { path: '/ballots/:id', Screen: load(ballots, 'BallotScreen') },
  { path: '/ballots/:id/design', Screen: load(ballots, 'DesignerScreen') },
  { path: '/campaigns', Screen: load(campaigns, 'CampaignsScreen') },
  { path: '/campaigns/:id', Screen: load(campaigns, 'CampaignScreen') },
  { path: '/pledges', Screen: load(pledges, 'PledgesScreen') },
  { path: '/refunds', Screen: load(pledges, 'RefundsScreen') },
  { path: '/payments', Screen: load(payments, 'PaymentsScreen') },
  { path: '/payouts', Screen: load(payments, 'PayoutsScreen') },
  { path: '/books', Screen: load(books, 'SummaryScreen') },
  { path: '/balances', Screen: load(books, 'BalancesScreen') },
  { path: '/entries', Screen: load(books, 'EntriesScreen') },
  { path: '/budget', Screen: load(books, 'BudgetScreen') },
  { path: '/statements', Screen: load(statements, 'StatementsScreen') },
  { path: '/statements/import', Screen: load(statements, 'ImportScreen') },
  { path: '/statements/:id', Screen: load(statements, 'StatementScreen') },
  { path: '/reconcile', Screen: load(() => import('./reconcile/index.js'), 'ReconcileScreen') },
  { path: '/expenses', Screen: load(() => import('./expenses/index.js'), 'ExpensesScreen') },
  { path: '/packages', Screen: load(sponsors, 'PackagesScreen') },
  { path: '/deals', Screen: load(sponsors, 'DealsScreen') },
  { path: '/deals/:id', Screen: load(sponsors, 'DealScreen') },
  { path: '/gifts', Screen: load(sponsors, 'GiftsScreen') },
  { path: '/boards', Screen: load(volunteers, 'BoardsScreen') },
  { path: '/boards/:id', Screen: load(volunteers, 'BoardScreen') },
  { path: '/hours', Screen: load(volunteers, 'HoursScreen') },
  { path: '/shifts', Screen: load(volunteers, 'ShiftsScreen') },
  { path: '/phases', Screen: load(() => import('./event-phases/index.js'), 'EventPhasesScreen') },
  { path: '/facts', Screen: load(() => import('./event-facts/index.js'), 'EventFactsScreen') },
  { path: '/team', Screen: load(() => import('./team/index.js'), 'TeamScreen') },
  { path: '/audit', Screen: load(() => import('./audit/index.js'), 'AuditScreen') },
  { path: '/accounts', Screen: load(() => import('./accounts/index.js'), 'AccountsScreen') },
];
