import type { Amount } from '../common/format.js';

export interface Proposal {
  id: string;
  title: string;
  state: string;
  /** Null while nobody has put in a cost sheet. */
  cost: Amount | null;
  supports: number;
  comments: number;
  publishedAt: string | null;
}

export interface CostLine {
  label: string;
  kind: string;
  quantity: number;
  unitPrice: Amount;
  amount: Amount;
  min: Amount;
  evidenceUrl: string | null;
}

export interface ProposalDetail extends Proposal {
  body: string;
  author: string | null;
  version: number;
  costs: { lines: CostLine[]; total: Amount; min: Amount; frozenAt: string | null } | null;
  endedBecause: string | null;
  endedNote: string | null;
  /** The reader wrote it. */
  mine: boolean;
}
