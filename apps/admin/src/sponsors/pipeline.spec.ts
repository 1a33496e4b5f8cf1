import { STAGES, pipelineOf } from './pipeline.js';

const deal = (id: string, state: string) => ({ id, state });

describe('the pipeline of deals', () => {
  it('shows every open stage, also an empty one', () => {
    expect(pipelineOf([]).map(({ state }) => state)).toEqual([...STAGES]);
  });

  it('keeps the order of the API within a stage', () => {
    const stages = pipelineOf([deal('b', 'lead'), deal('a', 'lead')]);
    expect(stages[0]?.deals.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('shows what was lost only when something was', () => {
    expect(pipelineOf([deal('a', 'lost')]).at(-1)).toEqual({ state: 'lost', deals: [deal('a', 'lost')] });
  });

  it('leaves no deal out, whatever its state', () => {
    const deals = [deal('a', 'lead'), deal('b', 'withdrawn'), deal('c', 'on_ice')];
    expect(pipelineOf(deals).flatMap((stage) => stage.deals)).toHaveLength(3);
  });
});
