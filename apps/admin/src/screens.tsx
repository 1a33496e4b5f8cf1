import { lazy, type ComponentType } from 'react';

const load = <K extends string>(from: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(() => from().then((room) => ({ default: room[name] })));

/** Where each screen lives, below the event. Each folder is a chunk of its own. */
export const screens: { path: string; Screen: ComponentType }[] = [
  { path: '/team', Screen: load(() => import('./team/index.js'), 'TeamScreen') },
];
