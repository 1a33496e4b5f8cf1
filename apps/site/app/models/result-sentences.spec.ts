import { translatorOf } from '../i18n/translator';
import type { ProjectResultView, ReasonView, RuleResultView } from '../views/results';
import { formatFor } from './format';
import { compareOutcomes, otherRule, reasonSentences } from './result-sentences';

const project = (reason: ReasonView, votes = 12, id = 'a'): ProjectResultView => ({
  proposalId: id,
  title: id,
  cost: { amount: 10_000, currency: 'GBP' },
  votes,
  funded: false,
  position: null,
  reason,
});
const say = (reason: ReasonView, votes?: number): string =>
  reasonSentences(project(reason, votes), {
    t: translatorOf('en').t,
    format: formatFor('en'),
    currency: 'GBP',
    titleOf: (id) => ({ b: 'Quiet room', c: 'Lunch' })[id] ?? id,
    boughtAt: (step) => ['Lunch', 'Quiet room'][step - 1],
  }).join(' ');

describe('the reason of a proposal, in sentences', () => {
  it('tells who paid for what was bought', () => {
    const reason = { code: 'BOUGHT', share: '9.100000', payFullShare: 20, payLastMoney: 6, hadNothingLeft: 2, tie: null };
    expect(say(reason, 28)).toBe(
      'It had 28 votes, and its supporters could pay for it: each gave up to £9.10 of an equal share. Of 28 supporters 20 paid that, 6 gave the last of their share and 2 had nothing left.',
    );
  });

  it('leaves out what nobody did', () => {
    const reason = { code: 'BOUGHT', share: '14.90', payFullShare: 3, payLastMoney: 10, hadNothingLeft: 0 };
    expect(say(reason, 13)).toContain('Of 13 supporters 3 paid that and 10 gave the last of their share.');
  });

  it('is shorter when everybody paid alike', () => {
    expect(say({ code: 'BOUGHT', share: '9.10', payFullShare: 28, payLastMoney: 0, hadNothingLeft: 0 }, 28)).toContain(
      'All 28 supporters paid that much.',
    );
  });

  it('never makes a completion look like a purchase', () => {
    const sentence = say({ code: 'ADDED_AT_END', leftBefore: '150.00', tie: null });
    expect(sentence).toContain('added at the end, because £150.00 was left');
    expect(sentence).not.toContain('could pay for it:');
  });

  it('says how much was missing, and what had taken the most', () => {
    const drainedBy = [
      { proposalId: 'b', amount: '10.0' },
      { proposalId: 'c', amount: '40.5' },
    ];
    expect(
      say({
        code: 'SUPPORTERS_SHORT',
        supportersHave: '60.123456',
        shortBy: '39.876544',
        drainedBy,
        effectiveSupport: '0.601234',
        leftAtEnd: null,
      }),
    ).toBe(
      'It had 12 votes. At the final share its supporters still had £60.12 of the £100.00 it needs: £39.88 was missing. Most of their share had gone to “Lunch” (£40.50) and “Quiet room” (£10.00). At best they could have covered 60% of its cost at the going price; with all of it, it would have been chosen.',
    );
  });

  it('says from which step on its supporters could not pay, and whether they ever could', () => {
    const reason = { code: 'SUPPORTERS_SHORT', supportersHave: '1', shortBy: '99', drainedBy: [] };
    expect(say({ ...reason, unaffordableAfterStep: 2 })).toContain('since step 2, when “Quiet room” was bought');
    expect(say({ ...reason, unaffordableAfterStep: 0 })).toContain('all their shares together would not have been enough');
  });

  it('tells what the votes were worth when it was bought', () => {
    const reason = { code: 'BOUGHT', share: '2', payFullShare: 3, payLastMoney: 1, hadNothingLeft: 0, effectiveVotes: '3.456789' };
    expect(say(reason, 4)).toContain('worth 3.5 votes');
  });

  it('names what ended a count', () => {
    expect(say({ code: 'COUNT_ENDED', stoppedBy: ['b', 'c'] })).toContain('“Quiet room” and “Lunch”');
  });

  it('names the tie and what settled it', () => {
    expect(say({ code: 'FITTED', leftBefore: '500.00', tie: { with: ['b'], settledBy: 'COST' } })).toContain(
      'It stood equal with “Quiet room” and came first because it is cheaper.',
    );
  });

  it.each(['NO_VOTES', 'DEARER_THAN_POT', 'DID_NOT_FIT', 'FREE', 'EARNED', 'COUNT_ENDED'])('has words for %s in both languages', (code) => {
    for (const language of ['en', 'fr'] as const) {
      const { t } = translatorOf(language);
      const [sentence] = reasonSentences(project({ code }), { t, format: formatFor(language), currency: 'GBP', titleOf: (id) => id });
      expect(sentence).not.toBe(t('result.reason.other'));
    }
  });
});

describe('the outcome under another rule', () => {
  const rule = (name: string, funded: string[]): RuleResultView => ({
    rule: name,
    official: false,
    winners: funded,
    runs: null,
    pot: '0',
    spent: '0',
    left: '0',
    ballots: 0,
    emptyBallots: 0,
    ballotsWithNoFundedChoice: 0,
    endowment: null,
    tieMattered: false,
    lotMattered: false,
    everythingFits: false,
    projects: ['a', 'b', 'c'].map((id) => ({
      ...project({ code: 'NO_VOTES' }, 1, id),
      funded: funded.includes(id),
      position: funded.includes(id) ? funded.indexOf(id) + 1 : null,
    })),
  });

  it('says what would have come in and what would have gone', () => {
    expect(compareOutcomes(rule('mes_cost_add1u', ['a', 'b']), rule('greedy_votes', ['a', 'c']))).toEqual({
      same: false,
      instead: ['c'],
      without: ['b'],
    });
  });

  it('says so when nothing would differ', () => {
    expect(compareOutcomes(rule('x', ['a']), rule('y', ['a'])).same).toBe(true);
  });

  it('compares equal shares with plain votes and the other way round', () => {
    const all = [rule('greedy_votes', []), rule('mes_cost_none', []), rule('mes_cost_add1u', [])];
    expect(otherRule(all[2]!, all)?.rule).toBe('greedy_votes');
    expect(otherRule(all[0]!, all)?.rule).toBe('mes_cost_add1u');
    expect(otherRule(all[0]!, [all[0]!])).toBeUndefined();
  });
});
