import { faultsOf, money } from '#kernel';
import { CAMPAIGN_MOVES, countsAt, holdsBack, outcomeOf } from './campaign.js';

const gbp = (minor: bigint) => money(minor, 'GBP');

it('has no dead or unknown state', () => {
  expect(faultsOf(CAMPAIGN_MOVES, 'draft')).toEqual([]);
});

it('counts a pledge of the last millisecond and none after it (CAM-2)', () => {
  const deadline = new Date('2026-06-01T22:00:00.000Z');
  expect(countsAt(deadline, deadline)).toBe(true);
  expect(countsAt(new Date(deadline.getTime() + 1), deadline)).toBe(false);
});

it('succeeds with exactly the goal, and fails a penny short', () => {
  expect(outcomeOf('all_or_nothing', gbp(1000n), gbp(1000n))).toBe('succeeded');
  expect(outcomeOf('all_or_nothing', gbp(999n), gbp(1000n))).toBe('failed');
  expect(outcomeOf('all_or_nothing', gbp(0n), gbp(0n))).toBe('succeeded');
  expect(outcomeOf('keep', gbp(0n), gbp(1000n))).toBe('succeeded');
});

describe('the last 24 hours (PLG-3)', () => {
  const deadline = new Date('2026-06-01T22:00:00Z');
  const campaign = { deadline, counted: gbp(1000n), goal: gbp(900n), holdsAtTheEnd: true };
  const late = new Date('2026-06-01T00:00:00Z');

  it('refuse what would take the campaign below its goal', () => {
    expect(holdsBack(campaign, gbp(101n), late)).toBe(true);
    expect(holdsBack(campaign, gbp(100n), late)).toBe(false);
  });

  it('hold nobody before them, nor in a campaign that is short already', () => {
    expect(holdsBack(campaign, gbp(500n), new Date('2026-05-31T21:59:59Z'))).toBe(false);
    expect(holdsBack({ ...campaign, counted: gbp(899n) }, gbp(500n), late)).toBe(false);
    expect(holdsBack({ ...campaign, holdsAtTheEnd: false }, gbp(500n), late)).toBe(false);
  });
});
