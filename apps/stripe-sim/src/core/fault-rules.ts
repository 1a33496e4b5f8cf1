import type { Mangle } from './webhooks.js';

/** What can go wrong with a request. */
export type RequestAction =
  | 'error_before'
  | 'error_after'
  | 'timeout_before'
  | 'timeout_after'
  | 'reset_before'
  | 'reset_after'
  | 'garbled'
  | 'slow'
  | 'rate_limit'
  | 'lock_timeout'
  | 'key_in_use'
  | 'idempotency_error'
  | 'key_forgotten'
  | 'webhook_first'
  | 'stale'
  | 'outage';
/** What can go wrong with a webhook. */
export type WebhookAction = 'webhook_duplicate' | 'webhook_reorder' | 'webhook_delay' | 'webhook_lost' | 'webhook_mangled';

export const REQUEST_ACTIONS =
  'error_before error_after timeout_before timeout_after reset_before reset_after garbled slow rate_limit lock_timeout key_in_use idempotency_error key_forgotten webhook_first stale outage'.split(
    ' ',
  );
export const WEBHOOK_ACTIONS = 'webhook_duplicate webhook_reorder webhook_delay webhook_lost webhook_mangled'.split(' ');

export interface FaultRule {
  id: string;
  action: RequestAction | WebhookAction;
  /** All that are given must hold. `path` and `type` may end in or contain `*`; `body` is looked for in the raw form. */
  match: { method?: string; path?: string; body?: string; type?: string; nth?: number; every?: number; times?: number; p?: number };
  status?: number;
  ms?: number;
  copies?: number;
  order?: 'reverse' | 'shuffle' | number[];
  size?: number;
  how?: Exclude<Mangle, { skew: number }> | 'skew';
  skew?: number;
  should_retry?: boolean;
  /** How often something matched, and how often it was used. */
  seen: number;
  used: number;
  until?: number;
}
