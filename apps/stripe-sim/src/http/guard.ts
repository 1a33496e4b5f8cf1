import { description } from '../core/description.js';
import { Refusal } from '../core/refusal.js';
import { header, type Arrival } from './arrival.js';

/** 401, 403 or 400 before anything else: no key, a wrong key, another version. */
export function guard(arrival: Arrival, secretKey: string | undefined): Refusal | undefined {
  const key = bearer(header(arrival, 'authorization'));
  const hidden = key ? `${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}` : '';
  const unauthorised = (message: string) => new Refusal(401, { type: 'invalid_request_error', message }, false);
  if (!key) {
    return unauthorised(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (/^[sr]k_live_/.test(key)) return unauthorised(`The simulator refuses live keys: ${hidden}`);
  if (!/^(sk|rk)_test_\w*$/.test(key) || (secretKey && key !== secretKey)) return unauthorised(`Invalid API Key provided: ${hidden}`);
  const no = (status: number, message: string, code?: string) =>
    new Refusal(status, { type: 'invalid_request_error', ...(code ? { code } : {}), message }, false);
  const version = header(arrival, 'stripe-version');
  if (version && version !== description.version)
    return no(400, `Invalid Stripe API version: ${version}. The simulator speaks ${description.version}.`);
  const account = header(arrival, 'stripe-account');
  if (account && account !== 'acct_1SimulatedAccount00') {
    return no(403, `The provided key does not have access to account '${account}'.`, 'account_invalid');
  }
  if ((header(arrival, 'idempotency-key')?.length ?? 0) > 255) return no(400, 'The idempotency key can be at most 255 characters.');
  return undefined;
}

function bearer(value: string | undefined): string | undefined {
  if (value?.startsWith('Bearer ')) return value.slice(7).trim();
  if (value?.startsWith('Basic ')) return Buffer.from(value.slice(6), 'base64').toString('utf8').split(':')[0];
  return undefined;
}
