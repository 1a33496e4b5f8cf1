import { inWords } from '../core/amounts.js';
import { finishAuthenticated, sessionOf, submitSession, type Outcome } from '../core/checkout.js';
import type { CheckoutSession, PaymentIntent, SetupIntent } from '../core/objects.js';
import { confirmIntent, refuse } from '../core/intent-confirm.js';
import { Refusal } from '../core/refusal.js';
import { confirmSetup, failSetup } from '../core/setup-intents.js';
import type { Sim } from '../core/sim.js';
import type { Arrival } from '../http/arrival.js';
import { decodeForm } from '../http/form.js';
import { bankPage, checkoutPage, type PageState } from './checkout-page.js';
import { esc, layout } from './html.js';
import { formOf, payerFrom } from './payer.js';
import { inPayersWords } from './reasons.js';
import { fill, wordsFor } from './words.js';

/** How long webhooks wait behind a redirect when they are to come after it, in milliseconds. */
const AFTER_REDIRECT = 250;

/** The pages a payer sees: checkout and the bank's. Server-rendered, without script. */
export class Pages {
  constructor(private readonly sim: Sim) {}

  /** True when the address was one of ours. */
  async handle(arrival: Arrival): Promise<boolean> {
    const pathname = arrival.path.split('?')[0]!;
    const [, area, kind, id = ''] = pathname.split('/');
    if (area === 'receipts' && kind) return this.receipt(arrival, kind);
    if (area === 'mandates' && kind) return this.mandate(arrival, kind);
    if (area !== 'c' || (kind !== 'pay' && kind !== '3ds')) return false;
    this.sim.runDue();
    try {
      if (kind === 'pay') await this.checkout(arrival, id);
      else await this.bank(arrival, id);
    } finally {
      this.sim.commit();
    }
    return true;
  }

  private state(arrival: Arrival, row: CheckoutSession | undefined): PageState {
    return wordsFor(row?.locale, arrival.request.headers['accept-language']);
  }

  private async checkout(arrival: Arrival, id: string): Promise<void> {
    const { sim } = this;
    const row = sim.sessions.get(id);
    const state = this.state(arrival, row);
    if (!row) return this.nothing(arrival, state);
    if (arrival.method !== 'POST' || row.status !== 'open') {
      const { error } = formOf(arrival.path.split('?')[1] ?? '');
      return show(
        arrival,
        row.status === 'expired' ? 410 : 200,
        checkoutPage(sim, row, { ...state, error: error === 'authentication' ? state.words.notAuthenticated : undefined }),
      );
    }
    const typed = formOf(arrival.body);
    try {
      const outcome = submitSession(sim, id, payerFrom(typed));
      sim.commit();
      await this.sendOn(arrival, row, outcome);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      show(
        arrival,
        error.status === 402 ? 402 : 422,
        checkoutPage(sim, row, { ...state, ...inPayersWords(state.words, row, error), typed }),
      );
    }
  }

  /** Back to the merchant, with the webhooks before, with or after it as configured. */
  private async sendOn(arrival: Arrival, row: CheckoutSession, outcome: Outcome): Promise<void> {
    const { sim } = this;
    if (outcome.is === 'action') return redirect(arrival, outcome.url);
    if (sim.config.redirect === 'before') await sim.webhooks.idle();
    if (sim.config.redirect === 'after') {
      const open = sim.webhooks.pause();
      arrival.response.once('close', () => setTimeout(open, AFTER_REDIRECT));
    }
    redirect(arrival, (row.success_url ?? String(row.return_url ?? '')).replaceAll('{CHECKOUT_SESSION_ID}', row.id));
  }

  private async bank(arrival: Arrival, id: string): Promise<void> {
    const { sim } = this;
    const payment = sim.paymentIntents.get(id);
    const setup = sim.setupIntents.get(id);
    const row = sessionOf(sim, id);
    const state = this.state(arrival, row);
    const intent = payment ?? setup;
    const back = row ? `/c/pay/${row.id}` : returnUrl(intent);
    if (!intent || intent.status !== 'requires_action') return this.nothing(arrival, state);
    if (arrival.method !== 'POST') {
      const amount = payment ? inWords(payment.amount, payment.currency, state.lang) : null;
      return show(arrival, 200, bankPage(id, state, amount, back));
    }
    const { outcome } = formOf(arrival.body);
    const passed = this.decide(payment, setup, outcome === 'complete');
    const done = passed ? finishAuthenticated(sim, id) : row;
    sim.commit();
    if (done?.status === 'complete') return this.sendOn(arrival, done, { is: 'complete' });
    const mark = row
      ? 'error=authentication'
      : `${payment ? 'payment_intent' : 'setup_intent'}=${id}&redirect_status=${passed ? 'succeeded' : 'failed'}`;
    redirect(arrival, back ? `${back}${back.includes('?') ? '&' : '?'}${mark}` : `/c/pay/${id}`);
  }

  /** The bank's verdict after its page; true when the intent went through. */
  private decide(payment: PaymentIntent | undefined, setup: SetupIntent | undefined, passed: boolean): boolean {
    const { sim } = this;
    try {
      if (payment) {
        if (passed) confirmIntent(sim, payment, { authenticated: true });
        else {
          const message =
            'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.';
          refuse(sim, payment, sim.paymentMethods.get(payment.payment_method!), {
            type: 'invalid_request_error',
            code: 'payment_intent_authentication_failure',
            message,
          });
        }
      } else if (setup) {
        if (passed) confirmSetup(sim, setup, { authenticated: true });
        else
          failSetup(sim, setup, sim.paymentMethods.get(setup.payment_method!)!, {
            code: 'setup_intent_authentication_failure',
            message: 'The provided PaymentMethod has failed authentication.',
          });
      }
      return passed;
    } catch (error) {
      if (error instanceof Refusal && error.status === 402) return false;
      throw error;
    }
  }

  /** `POST /v1/payment_pages/{cs}/confirm`: what the page does, without a browser. */
  confirmByApi(arrival: Arrival): void {
    const { sim } = this;
    const id = arrival.path.split('/')[3] ?? '';
    sim.runDue();
    try {
      const form = decodeForm(arrival.body) as Record<string, unknown> & { payment_method_data?: { card?: { number?: unknown } } };
      const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
      const named = [form.payment_method, form.payment_method_data?.card?.number, form.number, form.card].map(text);
      const card = named.find((name) => name !== undefined) ?? '4242424242424242';
      submitSession(sim, id, { card, email: text(form.email), authenticate: form.authenticate !== 'false', obliging: true });
      send(arrival, 200, 'application/json', JSON.stringify(sim.sessions.get(id)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(arrival, error.status, 'application/json', JSON.stringify({ error: error.body }));
    } finally {
      sim.commit();
    }
  }

  private receipt(arrival: Arrival, id: string): boolean {
    const charge = this.sim.charges.get(id);
    const state = this.state(arrival, undefined);
    if (!charge) this.nothing(arrival, state);
    else {
      const body = `<h1>${esc(state.words.receipt)}</h1><p><strong>${esc(inWords(charge.amount, charge.currency, state.lang))}</strong></p><p>${esc(charge.description)}</p>`;
      show(arrival, 200, layout(state.lang, state.words, state.words.receipt, body));
    }
    return true;
  }

  private mandate(arrival: Arrival, id: string): boolean {
    const row = this.sim.mandates.get(id);
    const state = this.state(arrival, undefined);
    if (!row) {
      this.nothing(arrival, state);
      return true;
    }
    const { lang, words } = state;
    const details = row.payment_method_details[row.payment_method_details.type] as { reference?: string };
    const text = fill(words.mandateText, { reference: details.reference ?? row.id, status: words.mandateStatus[row.status] ?? row.status });
    show(arrival, 200, layout(lang, words, words.mandate, `<h1>${esc(words.mandate)}</h1><p>${esc(text)}</p>`));
    return true;
  }

  private nothing(arrival: Arrival, { lang, words }: PageState): void {
    show(arrival, 404, layout(lang, words, words.closed, `<h1>${esc(words.closed)}</h1><p>${esc(words.unknown)}</p>`));
  }
}

function returnUrl(intent: PaymentIntent | SetupIntent | undefined): string | null {
  const action = intent?.next_action as { redirect_to_url?: { return_url?: string } } | null | undefined;
  return action?.redirect_to_url?.return_url ?? null;
}

function send(arrival: Arrival, status: number, type: string, body: string): void {
  const headers = {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  arrival.response.writeHead(status, {
    ...headers,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  });
  arrival.response.end(body);
}

const show = (arrival: Arrival, status: number, body: string): void => send(arrival, status, 'text/html; charset=utf-8', body);

function redirect(arrival: Arrival, to: string): void {
  // an address may be written in any script; a header may not
  arrival.response.writeHead(303, { location: encodeURI(to).replaceAll('%25', '%'), 'cache-control': 'no-store' });
  arrival.response.end();
}
