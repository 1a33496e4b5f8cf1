import { setTimeout as wait } from 'node:timers/promises';
import { Throttle } from './throttle.js';

it('never has more calls under way than allowed', async () => {
  const throttle = new Throttle({ perSecond: 1000, inFlight: 5 });
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 40 }, () =>
      throttle.run(async () => {
        most = Math.max(most, (running += 1));
        await wait(2);
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(5);
});

it('spreads what is more than one second holds', async () => {
  const throttle = new Throttle({ perSecond: 50, inFlight: 10 });
  const started = performance.now();
  await Promise.all(Array.from({ length: 70 }, () => throttle.run(() => Promise.resolve())));
  expect(performance.now() - started).toBeGreaterThan(350);
});

it('gives its place back when a call fails', async () => {
  const throttle = new Throttle({ perSecond: 100, inFlight: 1 });
  await expect(throttle.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(throttle.run(() => Promise.resolve('yes'))).resolves.toBe('yes');
});
