import { money } from '#kernel';
import { refuseOutside } from './bounds.js';

const gbp = (minor: bigint) => money(minor, 'GBP');

it('refuses what no card could pay, and lets a small transfer pass', () => {
  expect(() => refuseOutside(gbp(29n), 'card')).toThrow(expect.objectContaining({ code: 'PLEDGE_TOO_SMALL' }));
  expect(() => refuseOutside(gbp(29n), 'transfer')).not.toThrow();
  expect(() => refuseOutside(gbp(30n), 'card')).not.toThrow();
});

it('refuses more than eight digits, the fee covered included', () => {
  expect(() => refuseOutside(gbp(99_999_999n), 'card')).not.toThrow();
  expect(() => refuseOutside(gbp(99_999_999n), 'card', 1n)).toThrow(expect.objectContaining({ code: 'PLEDGE_TOO_LARGE' }));
});
