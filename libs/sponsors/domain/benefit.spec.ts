import { faultsOf } from '#kernel';
import { BENEFIT_STATES, confirmBenefit, moveBenefit } from './benefit.js';

const delivered = { state: 'delivered' as const, deliveredBy: 'ann', deliveredAt: new Date('2016-05-01T12:00:00Z'), contactId: 'carl' };
const soon = new Date('2016-05-02T12:00:00Z');
const later = new Date('2016-05-15T12:00:00Z');

describe('a promised benefit', () => {
  it('has a sound state table', () => {
    expect(faultsOf(BENEFIT_STATES, 'promised')).toEqual([]);
  });

  it('is delivered with evidence only (SPO-4)', () => {
    expect(() => moveBenefit('scheduled', 'delivered', undefined, undefined)).toThrow(expect.objectContaining({ code: 'EVIDENCE_NEEDED' }));
    expect(moveBenefit('scheduled', 'delivered', { kind: 'url', text: 'https://example.org/logo' }, undefined)).toBe('delivered');
  });

  it('is waived with a reason only', () => {
    expect(() => moveBenefit('promised', 'waived', undefined, undefined)).toThrow(expect.objectContaining({ code: 'REASON_NEEDED' }));
  });

  it('is confirmed by the contact at once, by the team after 14 days of silence', () => {
    expect(confirmBenefit(delivered, { accountId: 'carl', inTeam: false }, soon)).toBe('confirmed');
    expect(() => confirmBenefit(delivered, { accountId: 'ben', inTeam: true }, soon)).toThrow(
      expect.objectContaining({ code: 'CONTACT_MAY_STILL_ANSWER', details: { from: '2016-05-15T12:00:00.000Z' } }),
    );
    expect(confirmBenefit(delivered, { accountId: 'ben', inTeam: true }, later)).toBe('confirmed');
  });

  it('is never confirmed by who delivered it, nor by a stranger', () => {
    expect(() => confirmBenefit(delivered, { accountId: 'ann', inTeam: true }, later)).toThrow(
      expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' }),
    );
    expect(() => confirmBenefit(delivered, { accountId: 'dora', inTeam: false }, later)).toThrow(
      expect.objectContaining({ code: 'NOT_THE_CONTACT' }),
    );
  });
});
