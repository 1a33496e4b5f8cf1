/** So many at most go in one statement. */
const MOST = 200;

interface Waiting<In, Out> {
  item: In;
  done: (result: Out) => void;
  failed: (error: unknown) => void;
}

/**
 * Group commit in front of a table that everybody writes at once (spec/performance.md §1.2 H): while one statement is under way,
 * whatever comes meanwhile is collected and goes together in the next. Alone, an item goes at once, so that nobody waits for company.
 *
 * `together` answers one result per item, in their order, and takes effect as a whole. If it fails, each item is tried by itself, so that
 * one that cannot succeed does not take the others with it.
 */
export class Batch<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private underWay = false;

  constructor(private readonly together: (items: In[]) => Promise<Out[]>) {}

  add(item: In): Promise<Out> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.underWay) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.underWay = true;
    while (this.waiting.length > 0) await this.send(this.waiting.splice(0, MOST));
    this.underWay = false;
  }

  private async send(group: Waiting<In, Out>[]): Promise<void> {
    try {
      const results = await this.together(group.map(({ item }) => item));
      if (results.length !== group.length) throw new Error('a batch answers one result per item');
      group.forEach(({ done }, i) => done(results[i]!));
    } catch (error) {
      if (group.length === 1) group[0]!.failed(error);
      else for (const one of group) await this.send([one]);
    }
  }
}
