import type { Amount } from '../common/format.js';

export interface Campaign {
  id: string;
  name: string;
  state: string;
  mode: string;
  goal: Amount;
  deadline: string;
}

export interface Progress {
  goal: Amount;
  pledged: Amount;
  collected: Amount;
}
