import { inWords } from '../core/amounts.js';
import type { CheckoutSession } from '../core/objects.js';
import type { Sim } from '../core/sim.js';
import { esc, field, layout } from './html.js';
import { fill, type Words } from './words.js';

const SHOWN: [string, keyof Words][] = [
  ['4242424242424242', 'works'],
  ['4000002500003155', 'asksBank'],
  ['4000000000009995', 'noMoney'],
  ['4000000000000002', 'declines'],
  ['4000000000000341', 'declinesLater'],
];

export interface PageState {
  lang: 'en' | 'fr';
  words: Words;
  error?: string | undefined;
  typed?: Record<string, string>;
}

const spaced = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ');

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

function testCards(row: CheckoutSession, { words }: PageState, email: string): string {
  const buttons = SHOWN.map(
    ([number, what]) =>
      `<form method="post" action="/c/pay/${row.id}"><input type="hidden" name="number" value="${number}"><input type="hidden" name="email" value="${esc(email)}">` +
      `<button class="quiet" type="submit"><span>${spaced(number)}</span> · ${esc(words[what])}</button></form>`,
  );
  return `<section aria-labelledby="test-cards"><h2 id="test-cards">${esc(words.testCards)}</h2><p><small>${esc(words.testCardsHint)}</small></p>${buttons.join('')}</section>`;
}

function cardForm(row: CheckoutSession, state: PageState, email: string, button: string): string {
  const { words, typed = {} } = state;
  return `<section aria-labelledby="card-form"><h2 id="card-form">${esc(words.cardForm)}</h2>
<form method="post" action="/c/pay/${row.id}">
${field('email', words.email, 'type="email" autocomplete="email" required', typed.email ?? email)}
${field('name', words.name, 'autocomplete="cc-name"', typed.name ?? '')}
${field('number', words.number, 'inputmode="numeric" autocomplete="cc-number" required', typed.number ?? '')}
<div class="pair">
${field('expiry', words.expiry, 'inputmode="numeric" autocomplete="cc-exp" placeholder="12/34"', typed.expiry ?? '')}
${field('cvc', words.cvc, 'inputmode="numeric" autocomplete="cc-csc" placeholder="123"', '')}
</div>
<button type="submit" data-testid="submit">${esc(button)}</button>
</form></section>`;
}

function bacsForm(row: CheckoutSession, { words }: PageState, email: string): string {
  if (!row.payment_method_types.includes('bacs_debit')) return '';
  return `<section aria-labelledby="bacs-form"><h2 id="bacs-form">${esc(words.bacsForm)}</h2>
<form method="post" action="/c/pay/${row.id}">
<input type="hidden" name="email" value="${esc(email)}">
${field('account_name', words.accountName, 'autocomplete="name"', 'Jenny Rosen')}
<div class="pair">
${field('sort_code', words.sortCode, 'inputmode="numeric" required', '10-88-00')}
${field('account_number', words.account, 'inputmode="numeric" required', '00012345')}
</div>
<button type="submit">${esc(words.payBacs)}</button>
</form></section>`;
}

/** The hosted page of a session: what is bought or agreed to, the test cards, the forms, and the way out. */
export function checkoutPage(sim: Sim, row: CheckoutSession, state: PageState): string {
  const { lang, words, error } = state;
  const title = row.mode === 'setup' ? words.saveTitle : words.pay;
  if (row.status !== 'open')
    return layout(
      lang,
      words,
      words.closed,
      `<h1>${esc(words.closed)}</h1><p>${esc(row.status === 'complete' ? words.complete : words.expired)}</p>`,
    );
  const email = String(row.customer_details?.email ?? row.customer_email ?? '');
  const button = row.mode === 'setup' ? words.save : fill(words.payNow, { amount: inWords(row.amount_total!, row.currency!, lang) });
  const terms = row.custom_text.submit?.message;
  return layout(
    lang,
    words,
    title,
    [
      error ? `<p class="error" role="alert">${esc(fill(words.declined, { message: error }))}</p>` : '',
      summary(sim, row, state),
      terms ? `<p id="terms">${esc(terms)}</p>` : '',
      cardForm(row, state, email, button),
      bacsForm(row, state, email),
      testCards(row, state, email),
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
