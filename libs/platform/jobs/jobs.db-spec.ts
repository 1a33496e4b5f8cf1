import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type World, testWorld } from '../../../test/support/world.js';
import { Job, type JobWorker } from '../facts/reaction.js';
import { Jobs } from './jobs.js';

const MANY = 40;
const done: number[] = [];

@Injectable()
@Job('note-number')
class NoteNumber implements JobWorker<{ number: number }> {
  work({ number }: { number: number }): Promise<void> {
    done.push(number);
    return Promise.resolve();
  }
}

describe('What waits in the queue', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld([{ module: class Noting {}, providers: [NoteNumber] }]);
  });
  afterAll(() => world.close());

  it('is all done by the time it is said to be, and in its order where it has one', async () => {
    const numbers = Array.from({ length: MANY }, (_, number) => number);
    await world.unitOfWork.run(async (tx) => {
      for (const number of numbers) await tx.enqueue('note-number', { number }, { queue: 'in a row' });
    });
    await world.get(Jobs).runPending();
    expect(done).toEqual(numbers);
    expect(await world.database.query('select id from graphile_worker.jobs')).toEqual([]);
  });

  it('is done without a look at the queue in between, where one job is held back by the one before', async () => {
    done.length = 0;
    const numbers = Array.from({ length: MANY }, (_, number) => number);
    await world.get(Jobs).start({ lookAgainMs: 600_000 });
    await world.unitOfWork.run(async (tx) => {
      for (const number of numbers) await tx.enqueue('note-number', { number }, { queue: 'in a row' });
    });
    while (done.length < MANY) await wait(10);
    expect(done).toEqual(numbers);
  });
});
