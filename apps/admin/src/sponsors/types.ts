import type { Amount } from '../common/format.js';

export interface PackageBenefit {
  id: string;
  name: string;
  kind: string;
  units: number;
  value: Amount | null;
}

export interface Package {
  id: string;
  name: string;
  description: string;
  year: number;
  price: Amount;
  /** Null: no limit. */
  capacity: number | null;
  left: number | null;
  hidden: boolean;
  benefits: PackageBenefit[];
}

export interface Deal {
  id: string;
  organisation: string;
  packageName: string | null;
  price: Amount;
  state: string;
  /** States it may be moved to. */
  next: string[];
  openBenefits: number;
  movedAt: string;
}

export interface Benefit {
  id: string;
  name: string;
  kind: string;
  units: number;
  state: string;
  next: string[];
  dueOn: string | null;
  needsAsset: boolean;
  evidence: { kind: string; text: string } | null;
}

export interface WholeDeal extends Deal {
  website: string | null;
  category: string | null;
  exclusive: boolean;
  contactName: string | null;
  agreedBy: string | null;
  contractedBy: string | null;
  benefits: Benefit[];
  customised: { added: string[]; removed: string[]; priceEffect: Amount; valueEffect: Amount } | null;
  invoice: { number: string; reference: string; amount: Amount; paid: Amount; issuedOn: string; dueOn: string } | null;
}

export interface Gift {
  id: string;
  organisation: string;
  description: string;
  category: string;
  state: string;
  next: string[];
  value: Amount | null;
  basis: string | null;
  needsSecond: boolean;
  met: Amount | null;
  receivedOn: string | null;
}

export const CATEGORIES = [
  'Venue',
  'Catering',
  'Printing',
  'Travel',
  'Accommodation',
  'Equipment',
  'Speakers',
  'Programme',
  'Promotion',
  'Software',
  'Insurance',
  'Access',
  'Other',
];
export const BENEFIT_KINDS = ['visibility', 'tickets', 'space', 'material', 'service', 'programme_slot'];
export const VALUE_BASES = ['quote', 'price_list', 'provider_statement', 'comparable_rent'];
