import type { BallotDetail } from '../types.js';
import { NEW_DRAFT, bodyOf, draftOf, optionsOf, ruleOf, rulesOf, type Draft, type Shortlisted } from './draft.js';
import { isStored, stepAtFault, stepsOf } from './steps.js';

const frame = { currency: 'GBP', timeZone: 'Europe/London' };
const shortlist: Shortlisted[] = ['a', 'b', 'c'].map((id, at) => ({
  id,
  title: id.toUpperCase(),
  cost: { amount: 1000 * (at + 1), currency: 'GBP' },
}));
const body = (change: Partial<Draft>): Record<string, unknown> => {
  const draft = { ...NEW_DRAFT, title: 'Vote', closesAt: '2026-06-01T18:00', ...change };
  return bodyOf(
    draft,
    rulesOf(
      draft,
      optionsOf(draft, shortlist, frame, (instant) => instant),
      frame,
    ),
  );
};

describe('a vote as it is designed', () => {
  it('sends only what belongs to its method', () => {
    expect(body({ pot: '50', proposalIds: ['a', 'b'] })).toMatchObject({
      ...{ method: 'approval', pot: { amount: 5000, currency: 'GBP' }, proposalIds: ['a', 'b'], rule: 'mes_cost_add1u' },
      ...{ minChoices: 0, maxChoices: 2, noticeHours: 48, closesAt: '2026-06-01T17:00:00.000Z' },
    });
    expect(Object.keys(body({ pot: '50', proposalIds: ['a'] }))).not.toEqual(expect.arrayContaining(['seats']));
    const ranked = body({ method: 'ranked', source: 'own', ownOptions: 'Here\n\n There ', maxChoices: 1, pot: '50' });
    expect(ranked).toMatchObject({
      options: [{ title: 'Here' }, { title: 'There' }],
      maxChoices: 1,
      seats: 1,
      rule: 'schulze',
      equalRanks: false,
    });
    expect(ranked).not.toHaveProperty('pot');
    expect(body({ method: 'consent' })).not.toHaveProperty('options');
    expect(body({ method: 'points', hasPot: false, proposalIds: ['a', 'b'], pointsCap: null })).toMatchObject({
      pointsBudget: 10,
      pointsCap: undefined,
      rule: 'most_votes',
    });
  });

  it('asks for no minimum unless somebody types one, and then of knapsack ballots only (PBG-3)', () => {
    expect(NEW_DRAFT).toMatchObject({ minChoices: 0 });
    expect(NEW_DRAFT).not.toHaveProperty('minSpend');
    expect(body({ method: 'knapsack', pot: '50', proposalIds: ['a'] }).minSpend).toBeUndefined();
    expect(body({ method: 'knapsack', pot: '50', minSpend: '7.5', proposalIds: ['a'] })).toMatchObject({ minSpend: 750 });
    expect(body({ pot: '50', minSpend: '7.5', proposalIds: ['a'] })).not.toHaveProperty('minSpend');
  });

  it('names dates that were not named, by the clock of the event', () => {
    expect(
      body({ method: 'dates', dates: [{ startsAt: '2026-06-10T09:30' }, { startsAt: '2026-06-11T09:30', title: 'Late' }, {}] }),
    ).toMatchObject({
      options: [
        { title: '2026-06-10T08:30:00.000Z', startsAt: '2026-06-10T08:30:00.000Z' },
        { title: 'Late', startsAt: '2026-06-11T08:30:00.000Z' },
      ],
      rule: 'most_yes',
    });
  });

  it('takes the recommended rule where the chosen one does not fit', () => {
    expect(ruleOf({ ...NEW_DRAFT, rule: 'irv' })).toBe('mes_cost_add1u');
    expect(ruleOf({ ...NEW_DRAFT, method: 'ranked', rule: 'irv' })).toBe('irv');
  });

  it('comes back from the store as it went', () => {
    const draft: Draft = {
      ...NEW_DRAFT,
      title: 'Vote',
      question: 'Which?',
      pot: '50.00',
      proposalIds: ['a', 'b'],
      opensAt: '2026-05-20T09:00',
      closesAt: '2026-06-01T18:00',
      rule: 'greedy_votes',
    };
    const rules = rulesOf(draft, optionsOf(draft, shortlist, frame, String), frame);
    expect(draftOf({ ...rules, closesAt: rules.closesAt! } as BallotDetail, frame)).toMatchObject({ ...draft, maxChoices: null });
    const least: Draft = { ...draft, method: 'knapsack', minSpend: '7.50' };
    const declared = rulesOf(least, optionsOf(least, shortlist, frame, String), frame);
    expect(draftOf({ ...declared, closesAt: declared.closesAt! } as BallotDetail, frame).minSpend).toBe('7.50');
  });
});

describe('the questions about a vote', () => {
  it('are those that its method raises', () => {
    expect(stepsOf(NEW_DRAFT)).toEqual(['kind', 'ask', 'money', 'options', 'limits', 'voters', 'closing', 'rule', 'check']);
    expect(stepsOf({ ...NEW_DRAFT, method: 'consent' })).toEqual(['kind', 'ask', 'voters', 'closing', 'check']);
    expect(stepsOf({ ...NEW_DRAFT, method: 'knapsack' })).not.toContain('limits');
    expect(isStored('rule') && !isStored('closing')).toBe(true);
  });

  it('lead back to the first one that the API refused', () => {
    expect(stepAtFault(['closesAt', 'pot'], stepsOf(NEW_DRAFT))).toBe('money');
    expect(stepAtFault(['minSpend'], stepsOf({ ...NEW_DRAFT, method: 'knapsack' }))).toBe('money');
    expect(stepAtFault(['unheardOf'], stepsOf(NEW_DRAFT))).toBeUndefined();
  });
});
