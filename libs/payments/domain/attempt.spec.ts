import { faultsOf } from '#kernel';
import { ATTEMPT_MOVES } from './attempt.js';
import { REFUND_MOVES } from './refund.js';

it('an attempt has no dead or unknown state', () => {
  expect(faultsOf(ATTEMPT_MOVES, 'created')).toEqual([]);
});

it('a refund has no dead or unknown state', () => {
  expect(faultsOf(REFUND_MOVES, 'requested')).toEqual([]);
});

it('nothing but looking leads out of an unknown outcome, and a success is final (CHG-2)', () => {
  expect(ATTEMPT_MOVES.unknown).not.toContain('created');
  expect(ATTEMPT_MOVES.succeeded).toEqual([]);
});
