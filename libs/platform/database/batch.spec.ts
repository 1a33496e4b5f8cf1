import { Batch } from './batch.js';

describe('a batch', () => {
  const sent: number[][] = [];
  let release: () => void = () => undefined;
  const doubled = new Batch<number, number>(async (items) => {
    sent.push(items);
    await new Promise<void>((go) => (release = go));
    if (items.includes(13)) throw new Error('unlucky');
    return items.map((n) => 2 * n);
  });
  const letGo = async (): Promise<void> => {
    release();
    await new Promise((next) => setImmediate(next));
  };
  beforeEach(() => sent.splice(0));

  it('sends what comes alone at once, and what comes meanwhile together', async () => {
    const answers = Promise.all([1, 2, 3].map((n) => doubled.add(n)));
    expect(sent).toEqual([[1]]);
    await letGo();
    expect(sent).toEqual([[1], [2, 3]]);
    await letGo();
    expect(await answers).toEqual([2, 4, 6]);
  });

  it('tries each by itself when together they fail, so that only the one at fault is refused', async () => {
    const answers = Promise.allSettled([4, 13, 5].map((n) => doubled.add(n)));
    for (let i = 0; i < 4; i += 1) await letGo();
    expect(sent).toEqual([[4], [13, 5], [13], [5]]);
    expect((await answers).map((a) => (a.status === 'fulfilled' ? a.value : String(a.reason)))).toEqual([8, 'Error: unlucky', 10]);
  });
});
