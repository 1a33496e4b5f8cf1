import { CountJob } from './count-job.js';
import { countInThread } from './count-in-thread.js';
import { budgetSample, rankedSample } from './domain/spec-support/samples.js';
import { pabulibText } from './domain/spec-support/pabulib-text.js';

describe('counting in a thread', () => {
  it('answers with winners and reasons', async () => {
    const ballots = Array.from({ length: 4_500 }, (_, at) => (at % 3 === 0 ? 'a' : 'b'));
    const answer = await countInThread({
      instance: budgetSample(50, { a: 30, b: 20, c: 10 }, ballots),
      rules: ['mes_cost_add1u', 'greedy_votes'],
    });
    expect(answer.outcomes.map(({ rule, winners }) => [rule, winners])).toEqual([
      ['mes_cost_add1u', ['b', 'a']],
      ['greedy_votes', ['b', 'a']],
    ]);
    expect(answer.outcomes[0]?.explanation.projects[2]).toMatchObject({ project: 'c', reason: { code: 'NO_VOTES' } });
  });

  it('explains ranked ballots by the rules asked for only', async () => {
    const answer = await countInThread({ instance: rankedSample('A B', ['2: A B', '1: B A']), rules: ['irv'] });
    expect(answer).toMatchObject({ outcomes: [{ rule: 'irv', winners: ['A'] }], irv: { winner: 'A' }, schulze: null, stv: null });
  });

  it('reads a file there too and answers a broken one with its code', async () => {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(await countInThread({ fileName: 'x.pb', bytes: encode(pabulibText()) })).toMatchObject({ kind: 'document' });
    const fault = await countInThread({ fileName: 'x.pb', bytes: encode(pabulibText({ meta: { budget: '' } })) });
    expect(fault).toEqual({ kind: 'fault', code: 'bad-budget', line: 9, place: 'META budget', found: '' });
  });

  it('counts an instance without ballots and refuses a job without a request', async () => {
    expect((await countInThread({ instance: budgetSample(50, { a: 30 }, []), rules: ['greedy_votes'] })).outcomes[0]?.winners).toEqual([]);
    expect(() => new CountJob().answer()).toThrow('without a request');
  });
});
