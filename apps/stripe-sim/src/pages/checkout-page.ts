import { inWords } from '../core/amounts.js';
import type { CheckoutSession } from '../core/objects.js';
import type { Sim } from '../core/sim.js';
import { checkoutForm } from './checkout-form.js';
import { esc, layout } from './html.js';
import { fill, type Words } from './words.js';

export interface PageState {
  lang: 'en' | 'fr';
  words: Words;
  error?: string | undefined;
  /** The field that the error is about. */
  wrong?: string | undefined;
  typed?: Record<string, string>;
}

function summary(sim: Sim, row: CheckoutSession, { lang, words }: PageState): string {
  if (row.mode === 'setup') return `<h1>${esc(words.saveTitle)}</h1><p>${esc(words.saveText)}</p>`;
  const items = sim.lineItems.get(row.id)?.items ?? [];
  const money = (amount: number) => esc(inWords(amount, row.currency!, lang));
  const lines = items.map(
    (i) =>
      `<li><span>${esc(i.description)}${i.quantity > 1 ? ` <small>${esc(fill(words.quantity, { n: i.quantity }))}</small>` : ''}</span><span>${money(i.amount_total)}</span></li>`,
  );
  return `<h1>${esc(words.pay)}</h1><ul class="items">${lines.join('')}<li><strong>${esc(words.total)}</strong><strong>${money(row.amount_total!)}</strong></li></ul>`;
}

/** What the payer agrees to when the method is kept for later, unless the merchant says it elsewhere. */
function reuse(row: CheckoutSession, words: Words): string {
  const asked = row.consent_collection as { payment_method_reuse_agreement?: { position: string } | null } | null;
  if (row.mode !== 'setup' || asked?.payment_method_reuse_agreement?.position === 'hidden') return '';
  return `<p><small>${esc(words.reuse)}</small></p>`;
}

function closed(row: CheckoutSession, { lang, words }: PageState): string {
  const back = row.status === 'expired' ? row.cancel_url : null;
  const body = `<h1>${esc(words.closed)}</h1><p>${esc(row.status === 'complete' ? words.complete : words.expired)}</p>`;
  return layout(lang, words, words.closed, body + (back ? `<p><a href="${esc(back)}">${esc(words.back)}</a></p>` : ''));
}

/** The hosted page of a session: what is bought or agreed to, the forms, the test cards, and the way out. */
export function checkoutPage(sim: Sim, row: CheckoutSession, state: PageState): string {
  const { lang, words, error } = state;
  if (row.status !== 'open') return closed(row, state);
  const email = String(row.customer_details?.email ?? row.customer_email ?? '');
  const button = row.mode === 'setup' ? words.save : fill(words.payNow, { amount: inWords(row.amount_total!, row.currency!, lang) });
  const { submit: terms, after_submit: after } = row.custom_text;
  return layout(
    lang,
    words,
    row.mode === 'setup' ? words.saveTitle : words.pay,
    [
      error ? `<p class="error" role="alert" id="error">${esc(error)}</p>` : '',
      summary(sim, row, state),
      terms ? `<p id="terms-of-payment">${esc(terms.message)}</p>` : '',
      reuse(row, words),
      checkoutForm(row, state, email, button),
      after ? `<p>${esc(after.message)}</p>` : '',
      row.cancel_url ? `<p><a href="${esc(row.cancel_url)}">${esc(words.cancel)}</a></p>` : '',
    ].join('\n'),
  );
}

/** The bank's page: pass, fail, or walk away. */
export function bankPage(intent: string, state: PageState, amount: string | null, leave: string | null): string {
  const { lang, words } = state;
  const choice = (outcome: string, label: string, quiet: boolean) =>
    `<form method="post" action="/c/3ds/${intent}"><input type="hidden" name="outcome" value="${outcome}"><button${quiet ? ' class="quiet"' : ''} type="submit">${esc(label)}</button></form>`;
  return layout(
    lang,
    words,
    words.bank,
    `<h1>${esc(words.bank)}</h1><p>${esc(words.bankText)}</p>${amount ? `<p><strong>${esc(amount)}</strong></p>` : ''}` +
      choice('complete', words.bankPass, false) +
      choice('fail', words.bankFail, true) +
      (leave ? `<p><a href="${esc(leave)}">${esc(words.bankAbandon)}</a></p>` : ''),
  );
}
