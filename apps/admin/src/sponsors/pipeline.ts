/** The columns of the pipeline, left to right; what was lost or given up stands last. */
export const STAGES = [
  'lead',
  'contacted',
  'proposed',
  'negotiating',
  'agreed',
  'contracted',
  'invoiced',
  'paid',
  'fulfilling',
  'fulfilled',
  'thanked',
] as const;
const ENDED = ['lost', 'withdrawn'] as const;

export interface Stage<T> {
  state: string;
  deals: T[];
}

/** Deals by stage, each in the order the API gave them. Ended ones appear only when there are any; no deal is left out. */
export function pipelineOf<T extends { state: string }>(deals: readonly T[]): Stage<T>[] {
  const stages = [...STAGES, ...ENDED].map((state) => ({ state: state as string, deals: deals.filter((deal) => deal.state === state) }));
  const known = new Set(stages.map(({ state }) => state));
  const others = [...new Set(deals.map(({ state }) => state))].filter((state) => !known.has(state));
  return [
    ...stages.filter(({ state, deals: here }) => here.length > 0 || !(ENDED as readonly string[]).includes(state)),
    ...others.map((state) => ({ state, deals: deals.filter((deal) => deal.state === state) })),
  ];
}
