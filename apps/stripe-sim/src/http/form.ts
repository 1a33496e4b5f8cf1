import qs from 'qs';
import { badParam, Refusal } from '../core/refusal.js';

/** Decodes `a[b][0]=x` into records, lists and text. */
export function decodeForm(raw: string): unknown {
  if (raw === '') return {};
  // the decoder would leave it out without a word
  if (raw.includes('__proto__')) throw badParam('Received unknown parameter: __proto__', '__proto__', 'parameter_unknown');
  try {
    return qs.parse(raw, {
      depth: 12,
      strictDepth: true,
      arrayLimit: 1000,
      parameterLimit: 5000,
      throwOnLimitExceeded: true,
      plainObjects: true,
    });
  } catch {
    const message = 'Invalid request: the parameters are nested too deeply, too many, or malformed.';
    throw new Refusal(400, { type: 'invalid_request_error', message }, false);
  }
}
