import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from './api.js';

/** What lies outside the API and yet happens in the story: cards on payment pages, time, and jobs being done. */
export interface Outside {
  /** Leads the backer from our checkout address to the payment page and pays there with a test card. */
  pay(api: Api, url: string, card: string): Promise<void>;
  /** Moves every clock forward to an instant. */
  moveTo(instant: Date): Promise<void>;
  now(): Promise<Date>;
  /** Waits until what has been asked for is done: webhooks taken in, jobs run. */
  settle(): Promise<void>;
  /** Minor units that Stripe holds for us, available and pending together. */
  stripeBalance(): Promise<number>;
  /** Payouts that Stripe has sent to the bank. */
  payouts(): Promise<{ id: string; amount: number; arrival: string; status: string }[]>;
}

export interface LocalStripe {
  base: string;
  token: string;
}

/** One command to the local Stripe's control interface. */
export async function control<T>({ base, token }: LocalStripe, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${base}/_sim/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`the local Stripe answered ${answer.status} to ${path}: ${text}`);
  return JSON.parse(text) as T;
}

/** Pays on the payment page without a browser: the page's address ends in the id of its session. */
export async function payOnPage(stripe: LocalStripe, pageUrl: string, card: string): Promise<void> {
  const session = /\b(cs_test_\w+)/.exec(pageUrl)?.[1];
  if (!session) throw new Error(`${pageUrl} is no payment page`);
  await control(stripe, `checkout/${session}/complete`, { card });
}

/** Tries again until a condition holds; gives up with its name after the given time. */
export async function until(what: string, holds: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  for (const end = Date.now() + withinMs; !(await holds()); await wait(50)) {
    if (Date.now() > end) throw new Error(`${what} did not happen within ${withinMs / 1000} s`);
  }
}

interface StripePayout {
  id: string;
  amount: number;
  arrival_date: number;
  status: string;
}

/** The payouts that Stripe has sent, oldest first. */
export async function payoutsOf(
  base: string,
  secretKey: string,
): Promise<{ id: string; amount: number; arrival: string; status: string }[]> {
  const answer = await fetch(`${base}/v1/payouts?limit=100`, {
    headers: { authorization: `Bearer ${secretKey}`, 'stripe-version': '2026-10-28.endive' },
  });
  const { data } = (await answer.json()) as { data: StripePayout[] };
  return data
    .map((p) => ({ id: p.id, amount: p.amount, arrival: new Date(p.arrival_date * 1_000).toISOString().slice(0, 10), status: p.status }))
    .sort((a, b) => (a.arrival < b.arrival ? -1 : 1));
}

/** Minor units that Stripe holds for us, available and pending together. */
export async function stripeBalanceOf(base: string, secretKey: string): Promise<number> {
  const answer = await fetch(`${base}/v1/balance`, {
    headers: { authorization: `Bearer ${secretKey}`, 'stripe-version': '2026-10-28.endive' },
  });
  const { available, pending } = (await answer.json()) as Record<'available' | 'pending', { amount: number }[]>;
  return [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0);
}
