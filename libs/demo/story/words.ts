import { type WireMoney, money, toDecimal } from '#kernel';

/** Pence as money on the wire. */
export const pounds = (pence: number): WireMoney => ({ amount: pence, currency: 'GBP' });

/** Pence as a bank writes them, such as `-12.30`. */
export const decimal = (pence: number): string => toDecimal(money(BigInt(pence), 'GBP'));

/** The calendar day of an instant, UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
