import { lazy, type ComponentType } from 'react';

const load = <K extends string>(from: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(() => from().then((room) => ({ default: room[name] })));

const sponsors = () => import('./sponsors/index.js');
const volunteers = () => import('./volunteers/index.js');
const proposals = () => import('./proposals/index.js');
const ballots = () => import('./ballots/index.js');

/** Where each screen lives, below the event. Each folder is a chunk of its own, loaded when it is first opened. */
export const screens: { path: string; Screen: ComponentType }[] = [
  { path: '/sparks', Screen: load(() => import('./sparks/index.js'), 'SparksScreen') },
  { path: '/moderation', Screen: load(() => import('./moderation/index.js'), 'ModerationScreen') },
  { path: '/proposals', Screen: load(proposals, 'ProposalsScreen') },
  { path: '/proposals/:id', Screen: load(proposals, 'ProposalScreen') },
  { path: '/ballots', Screen: load(ballots, 'BallotsScreen') },
  { path: '/ballots/:id', Screen: load(ballots, 'BallotScreen') },
  { path: '/packages', Screen: load(sponsors, 'PackagesScreen') },
  { path: '/deals', Screen: load(sponsors, 'DealsScreen') },
  { path: '/deals/:id', Screen: load(sponsors, 'DealScreen') },
  { path: '/gifts', Screen: load(sponsors, 'GiftsScreen') },
  { path: '/boards', Screen: load(volunteers, 'BoardsScreen') },
  { path: '/boards/:id', Screen: load(volunteers, 'BoardScreen') },
  { path: '/hours', Screen: load(volunteers, 'HoursScreen') },
  { path: '/shifts', Screen: load(volunteers, 'ShiftsScreen') },
  { path: '/team', Screen: load(() => import('./team/index.js'), 'TeamScreen') },
];
