import { presetOf, type CustomField } from '../core/custom-fields.js';
import type { CheckoutSession } from '../core/objects.js';
import { asksAddress, asksPhone, consentAsked } from '../core/session-answers.js';
import type { PageState } from './checkout-page.js';
import { checkbox, esc, field, select } from './html.js';
import type { Words } from './words.js';

const SHOWN: [string, keyof Words][] = [
  ['4242424242424242', 'works'],
  ['4000002500003155', 'asksBank'],
  ['4000000000009995', 'noMoney'],
  ['4000000000000002', 'declines'],
  ['4000000000000341', 'declinesLater'],
];

const spaced = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1 ');
const section = (id: string, title: string, body: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${esc(title)}</h2>\n${body}\n</section>`;

/** Who pays, and what the merchant wants to know besides. */
function details(row: CheckoutSession, { words, typed = {}, wrong }: PageState, email: string): string {
  const text = (name: string, label: string, more: string) => field(name, label, more, typed[name] ?? '', wrong === name);
  return section(
    'details',
    words.details,
    [
      field('email', words.email, 'type="email" autocomplete="email" required', typed.email ?? email, wrong === 'email'),
      asksPhone(row) ? text('phone', words.phone, 'type="tel" autocomplete="tel" required') : '',
      ...(asksAddress(row)
        ? [
            text('line1', words.line1, 'autocomplete="address-line1" required'),
            text('city', words.city, 'autocomplete="address-level2"'),
            `<div class="pair">${text('postal_code', words.postalCode, 'autocomplete="postal-code" required')}`,
            `${text('country', words.country, 'autocomplete="country" maxlength="2" pattern="[A-Za-z]{2}" required')}</div>`,
          ]
        : []),
      ...(row.custom_fields as CustomField[]).map((f) => question(f, words, typed[`field_${f.key}`], wrong)),
      consents(row, words, wrong),
    ].join('\n'),
  );
}

function question(f: CustomField, words: Words, said: string | undefined, wrong: string | undefined): string {
  const name = `field_${f.key}`;
  const label = f.optional ? `${f.label.custom} ${words.optional}` : f.label.custom;
  const must = f.optional ? '' : ' required';
  const value = said ?? presetOf(f);
  if (f.dropdown) return select(name, label, must, [{ label: words.choose, value: '' }, ...f.dropdown.options], value, wrong === name);
  const { minimum_length: least, maximum_length: most } = (f.text ?? f.numeric)!;
  const kind = f.numeric ? 'inputmode="numeric" pattern="[0-9]*"' : 'type="text"';
  const bounds = `${least ? ` minlength="${least}"` : ''}${most ? ` maxlength="${most}"` : ''}`;
  return field(name, label, `${kind}${bounds}${must}`, value, wrong === name);
}

function consents(row: CheckoutSession, words: Words, wrong: string | undefined): string {
  const { terms, promotions } = consentAsked(row);
  const own = row.custom_text.terms_of_service_acceptance?.message;
  return [
    terms ? checkbox('terms', own ?? words.terms, 'required', wrong === 'terms') : '',
    promotions ? checkbox('promotions', words.promotions, '', false) : '',
  ].join('\n');
}

function card({ words, typed = {}, wrong }: PageState, button: string): string {
  const digits = (name: string, label: string, more: string, value: string) =>
    field(name, label, `inputmode="numeric" ${more}`, value, wrong === name);
  return section(
    'card-form',
    words.cardForm,
    `${field('name', words.name, 'autocomplete="cc-name"', typed.name ?? '')}
${digits('number', words.number, 'autocomplete="cc-number" required', typed.number ?? '')}
<div class="pair">
${digits('expiry', words.expiry, 'autocomplete="cc-exp" placeholder="12/34"', typed.expiry ?? '')}
${digits('cvc', words.cvc, 'autocomplete="cc-csc" placeholder="123"', '')}
</div>
<button type="submit" data-testid="submit">${esc(button)}</button>`,
  );
}

function bacs({ words, typed = {}, wrong }: PageState): string {
  const digits = (name: string, label: string, preset: string) =>
    field(name, label, 'inputmode="numeric"', typed[name] ?? preset, wrong === name);
  return section(
    'bacs-form',
    words.bacsForm,
    `${field('account_name', words.accountName, 'autocomplete="name"', typed.account_name ?? 'Jenny Rosen')}
<div class="pair">
${digits('sort_code', words.sortCode, '10-88-00')}
${digits('account_number', words.account, '00012345')}
</div>
<button type="submit" name="with" value="bacs_debit" formnovalidate>${esc(words.payBacs)}</button>`,
  );
}

function testCards({ words }: PageState): string {
  const buttons = SHOWN.map(
    ([number, what]) =>
      `<button class="quiet" type="submit" name="test_card" value="${number}" formnovalidate><span>${spaced(number)}</span> · ${esc(words[what])}</button>`,
  );
  return section('test-cards', words.testCards, `<p><small>${esc(words.testCardsHint)}</small></p>\n${buttons.join('\n')}`);
}

/** One form with a button for each way to pay: the first, which Enter presses, is the card's. */
export function checkoutForm(row: CheckoutSession, state: PageState, email: string, button: string): string {
  const offers = (type: string) => row.payment_method_types.includes(type);
  return `<form method="post" action="/c/pay/${row.id}">
${details(row, state, email)}
${offers('card') ? card(state, button) : ''}
${offers('bacs_debit') ? bacs(state) : ''}
${offers('card') ? testCards(state) : ''}
</form>`;
}
