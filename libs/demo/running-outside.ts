import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { QueuePulse } from '#platform';
import { type LocalStripe, type Outside, control, payOnPage, payoutsOf, stripeBalanceOf } from './story/outside.js';

const KEY = 'sk_test_simulator';
const IDLE_WITHIN_MS = 60_000;

/** The outside of a server that runs, with its worker and its local Stripe. `origin` is where the server listens. */
export function runningOutside(app: INestApplicationContext, stripe: LocalStripe, origin: string): Outside {
  const queue = app.get(QueuePulse, { strict: false });
  const clock = async (body?: object): Promise<Date> => {
    const answer = await fetch(
      `${origin}/dev/clock`,
      body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
    );
    return new Date(((await answer.json()) as { now: string }).now);
  };
  const settle = async (): Promise<void> => {
    // A webhook makes jobs and a job makes Stripe send webhooks: quiet is when both were quiet twice in a row.
    for (let quiet = 0, until = Date.now() + IDLE_WITHIN_MS; quiet < 2 && Date.now() < until;) {
      await control(stripe, 'webhooks/settle', {});
      quiet = (await queue.dueOrAtWork()) === 0 ? quiet + 1 : 0;
      await wait(quiet ? 20 : 50);
    }
  };
  return {
    pay: async (api, url, card) => payOnPage(stripe, url.includes('/cs_test_') ? url : await api.follow(url), card),
    moveTo: async (instant) => {
      await clock({ to: instant.toISOString() });
      await settle();
    },
    now: () => clock(),
    settle,
    stripeBalance: () => stripeBalanceOf(stripe.base, KEY),
    payouts: () => payoutsOf(stripe.base, KEY),
  };
}
