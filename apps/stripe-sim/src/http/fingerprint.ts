import { hash } from 'node:crypto';
import type { Arrival } from './arrival.js';

/** Tells whether a key came back with the same request: its path and its parameters, in whatever order. */
export const fingerprint = (arrival: Arrival): string =>
  hash('sha256', `${arrival.path}\n${arrival.body.split('&').sort().join('&')}`, 'base64');
