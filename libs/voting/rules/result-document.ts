import type { BudgetExplanation, BudgetResult } from '#voting/count';
import type { CountedRule } from './frozen-rules.js';

/** What is stored of a count and shown on the result page. Project ids are proposal ids. */
export interface ResultDocument {
  ballotId: string;
  rulesHash: string;
  rule: CountedRule;
  /** The balance of the vote: eligible = voted + not voted, voted = counted + set aside. */
  balance: { eligible: number; voted: number; notVoted: number; counted: number; setAside: { reason: string; count: number }[] };
  quorum: { needed: number; met: boolean };
  outcomes: { rule: CountedRule; official: boolean; winners: string[]; explanation: BudgetExplanation }[];
}

export interface Balance {
  eligible: number;
  counted: number;
  setAside: { reason: string; count: number }[];
}

/** Puts the result of a count into the form that is stored, hashed and shown. */
export function resultDocument(
  poll: { ballotId: string; rulesHash: string; rule: CountedRule; quorum: number },
  balance: Balance,
  result: BudgetResult,
): ResultDocument {
  const aside = balance.setAside.reduce((sum, s) => sum + s.count, 0);
  const voted = balance.counted + aside;
  return {
    ballotId: poll.ballotId,
    rulesHash: poll.rulesHash,
    rule: poll.rule,
    balance: {
      eligible: balance.eligible,
      voted,
      notVoted: balance.eligible - voted,
      counted: balance.counted,
      setAside: balance.setAside,
    },
    quorum: { needed: poll.quorum, met: voted >= poll.quorum },
    outcomes: result.outcomes.map((o) => ({
      rule: o.rule as CountedRule,
      official: o.rule === poll.rule,
      winners: [...o.winners],
      explanation: o.explanation,
    })),
  };
}

/** What the vote gives money to: nothing when too few people voted. */
export function fundedBy(document: ResultDocument): string[] {
  if (!document.quorum.met) return [];
  return document.outcomes.find((o) => o.official)?.winners ?? [];
}
