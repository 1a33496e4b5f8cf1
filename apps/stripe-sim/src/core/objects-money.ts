import type { Base } from './objects.js';

export interface Refund extends Omit<Base, 'livemode'> {
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  amount: number;
  currency: string;
  charge: string;
  payment_intent: string | null;
  balance_transaction: string | null;
  failure_balance_transaction?: string;
  failure_reason?: string;
  pending_reason?: 'processing' | 'insufficient_funds' | 'charge_pending';
  reason: string | null;
  receipt_number: string | null;
  destination_details?: unknown;
}

export interface BalanceTransaction extends Omit<Base, 'livemode' | 'metadata'> {
  amount: number;
  available_on: number;
  balance_type: string;
  currency: string;
  description: string | null;
  exchange_rate: number | null;
  fee: number;
  fee_details: { amount: number; application: null; currency: string; description: string; type: string }[];
  net: number;
  reporting_category: string;
  source: string | null;
  status: 'pending' | 'available';
  type: string;
}

export interface Payout extends Base {
  amount: number;
  arrival_date: number;
  automatic: boolean;
  balance_transaction: string | null;
  currency: string;
  description: string | null;
  destination: string;
  failure_balance_transaction: string | null;
  failure_code: string | null;
  failure_message: string | null;
  method: string;
  original_payout: string | null;
  reconciliation_status: 'completed' | 'in_progress' | 'not_applicable';
  reversed_by: string | null;
  source_type: string;
  statement_descriptor: string | null;
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';
  trace_id: { status: string; value: string | null } | null;
  type: string;
}

export interface Dispute extends Base {
  amount: number;
  balance_transactions: BalanceTransaction[];
  charge: string;
  currency: string;
  evidence: Record<string, unknown>;
  evidence_details: {
    due_by: number | null;
    enhanced_eligibility: unknown;
    has_evidence: boolean;
    past_due: boolean;
    submission_count: number;
    [f: string]: unknown;
  };
  is_charge_refundable: boolean;
  payment_intent: string | null;
  payment_method_details?: unknown;
  reason: string;
  status: string;
}

export interface EarlyFraudWarning extends Omit<Base, 'metadata'> {
  actionable: boolean;
  charge: string;
  fraud_type: string;
  payment_intent: string | null;
}
