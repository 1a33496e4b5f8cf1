import { COUNTING, type PledgeState, RECOVERABLE } from './pledge.js';

/** What the pledges of one state add up to. */
export interface StateTally {
  state: PledgeState;
  amount_minor: bigint;
  refunded_minor: bigint;
  pledges: number;
}

/** A sum and how many pledges it is of. */
export interface Figure {
  minor: bigint;
  pledges: number;
}

/** The figures of the thermometer; nothing here is frozen (CAM-6). */
export interface Progress {
  /** Counts toward the goal, or did when it was charged (CAM-3). */
  pledged: Figure;
  /** Awaited transfers, shown apart and never counted. */
  awaited: Figure;
  collected: Figure;
  /** Of what was pledged: waiting for the next try, waiting for its backer, and lost (DUN-6). With collected and charging they add up to pledged. */
  retrying: Figure;
  needsAction: Figure;
  charging: Figure;
  dropped: Figure;
  /** Given back or charged back, of what was collected. */
  returned: Figure;
}

const PAID: readonly PledgeState[] = ['collected', 'partly_refunded', 'refunded', 'refund_failed', 'disputed', 'charged_back'];
const NEEDS_ACTION: readonly PledgeState[] = ['needs_authentication', 'needs_new_method'];
const CHARGING: readonly PledgeState[] = ['committed', 'collecting', 'processing', 'received'];

/** Derives every figure from the tallies by state, so that they can never contradict one another. */
export function progressOf(tallies: readonly StateTally[]): Progress {
  const of = (states: readonly PledgeState[]): Figure =>
    tallies
      .filter((t) => states.includes(t.state))
      .reduce((sum, t) => ({ minor: sum.minor + t.amount_minor, pledges: sum.pledges + t.pledges }), { minor: 0n, pledges: 0 });
  const refunds = tallies.filter((t) => t.state !== 'charged_back').reduce((sum, t) => sum + t.refunded_minor, 0n);
  const chargedBack = of(['charged_back']);
  return {
    pledged: of([...new Set([...COUNTING, ...RECOVERABLE, ...PAID, 'lapsed' as const])]),
    awaited: of(['awaiting_transfer', 'part_received', 'requested', 'accepted', 'invoiced']),
    collected: of(PAID),
    retrying: of(['retrying']),
    needsAction: of(NEEDS_ACTION),
    charging: of(CHARGING),
    dropped: of(['lapsed']),
    returned: { minor: refunds + chargedBack.minor, pledges: of(['partly_refunded', 'refunded', 'charged_back']).pledges },
  };
}
