import type { Amount } from '../common/format.js';

export interface Tier {
  id: string;
  name: string;
  description: string;
  price: Amount;
  capacity: number | null;
  taken: number;
  /** Places still free; null: no limit. */
  left: number | null;
  hidden: boolean;
}

export interface Campaign {
  id: string;
  title: string;
  state: string;
  mode: string;
  goal: Amount;
  /** The most that may be pledged; null: no limit. */
  target: Amount | null;
  /** The most that one person may pledge. */
  backerCap: Amount | null;
  opensAt: string;
  /** Wall clock where the event is. */
  deadline: string;
  timeZone: string;
  deadlineAt: string;
  story: string;
  tiers: Tier[];
  progress: Progress;
  /** The count at the deadline. */
  evaluation: { at: string; counted: Amount; goal: Amount; pledges: number; outcome: string } | null;
}

/** A sum and how many pledges it is of. */
export interface ProgressFigure {
  amount: Amount;
  pledges: number;
}

/** Figures that never contradict one another; nothing here is frozen. */
export interface Progress {
  goal: Amount;
  target: Amount | null;
  /** What may still be pledged. */
  left: Amount | null;
  pledged: ProgressFigure;
  awaited: ProgressFigure;
  collected: ProgressFigure;
  retrying: ProgressFigure;
  needsAction: ProgressFigure;
  charging: ProgressFigure;
  dropped: ProgressFigure;
  returned: ProgressFigure;
}
