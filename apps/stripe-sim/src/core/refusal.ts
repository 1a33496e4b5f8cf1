/** The `error` object of an answer of 400 or more, as https://docs.stripe.com/api/errors describes it. */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error' | 'rate_limit_error' | 'authentication_error';
  code?: string;
  message: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  network_advice_code?: string;
  network_decline_code?: string;
  charge?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
  setup_intent?: unknown;
}

/** Stripe saying no. `replayable` is false for what is refused before execution, which no idempotency key remembers. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    readonly replayable = true,
    readonly headers: Record<string, string> = {},
  ) {
    super(body.message);
  }
}

/** 400: the request makes no sense, or not in the present state. */
export const invalid = (message: string, more: Partial<ErrorBody> = {}): Refusal =>
  new Refusal(400, { type: 'invalid_request_error', message, ...more });

/** 400 before anything ran: a parameter is unknown, missing or of the wrong kind. */
export const badParam = (message: string, param: string, code?: string): Refusal =>
  new Refusal(400, { type: 'invalid_request_error', ...(code ? { code } : {}), message, param }, false);

/** Refuses what is no address that a browser could be sent to, or a letter. */
export function checkUrl(url: string, param: string): void {
  if (/^https?:\/\//i.test(url) && !/\s/.test(url) && URL.canParse(url.replaceAll('{CHECKOUT_SESSION_ID}', 'cs'))) return;
  throw invalid('Not a valid URL', { param, code: 'url_invalid' });
}

/** 404: there is no such object. */
export const noSuch = (kind: string, id: string, param = 'id'): Refusal =>
  new Refusal(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${kind}: '${id}'`, param });
