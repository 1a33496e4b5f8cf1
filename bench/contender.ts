import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { tokenOf } from './database.js';
import type { Load } from './load.js';

export const NAMES = ['floor', 'reference', 'product', 'peer'] as const;
export type Name = (typeof NAMES)[number];

export interface Contender {
  name: Name;
  run(seconds: number): Promise<Load>;
}

export interface Scenario {
  name: string;
  title: string;
  /** Goal for product ÷ floor. */
  goal: number;
  contenders: Contender[];
  /** What the peer is called, where one runs. */
  peer?: string;
  /** Goals beside the ratio to the floor, against another scenario of the same run. */
  against?: {
    scenario: string;
    /** At least this share of its throughput. */ throughput: number;
    /** At most this many times its p99. */ p99: number;
  };
}

export interface Ports {
  reference: number;
  product: number;
}

/** What a scenario is made with. */
export interface Parts {
  pool: pg.Pool;
  ports: Ports;
  proposals: number;
  people: number;
  /** A counted vote that came in from a file. */
  countedVote: string;
}

/** How the reference knows its caller. */
export const signed = (caller: number): Record<string, string> => ({
  'x-caller': `${caller}.${createHmac('sha256', 'bench').update(String(caller)).digest('hex')}`,
});

/** How the product knows its caller. */
export const bearer = (caller: number): Record<string, string> => ({ authorization: `Bearer ${tokenOf(caller)}` });

/** Counts what each contender has done, so that none does the same thing twice. */
export const counters = (): Record<Name, number> => ({ floor: 0, reference: 0, product: 0, peer: 0 });
