import type { Payer } from '../core/checkout.js';

export type Form = Record<string, string>;

/** A form as a browser sends it: names and text. What is nested or malformed was not sent by one of our pages, and counts as unsaid. */
export function formOf(raw: string): Form {
  const said = [...new URLSearchParams(raw)].filter(([name]) => /^\w+$/.test(name));
  return Object.fromEntries(said);
}

const FIELD = /^field_(\w+)$/;

/** What a payer has said by sending the form: with a test card's button, by Direct Debit, or with the card typed in. */
export function payerFrom(typed: Form): Payer {
  const said = answersFrom(typed);
  if (typed.test_card) return { ...said, card: typed.test_card, obliging: true };
  if (typed.with === 'bacs_debit' || (typed.account_number !== undefined && typed.number === undefined)) {
    return {
      ...said,
      name: typed.account_name || said.name,
      method: { type: 'bacs_debit', bacs_debit: { account_number: typed.account_number ?? '', sort_code: typed.sort_code ?? '' } },
    };
  }
  const [month, year] = (typed.expiry ?? '').split(/[/\s-]+/).map(Number);
  return {
    ...said,
    method: {
      type: 'card',
      card: {
        number: typed.number ?? '',
        ...(month && year ? { exp_month: month, exp_year: year } : {}),
        ...(typed.cvc ? { cvc: typed.cvc } : {}),
      },
    },
  };
}

function answersFrom(typed: Form): Payer {
  const { line1, city, postal_code, country } = typed;
  const fields = Object.entries(typed).flatMap(([name, value]) => {
    const key = FIELD.exec(name)?.[1];
    return key ? [[key, value] as const] : [];
  });
  return {
    email: typed.email || undefined,
    name: typed.name || undefined,
    phone: typed.phone || undefined,
    ...(line1 || city || postal_code || country
      ? {
          address: {
            line1: line1 || null,
            city: city || null,
            postal_code: postal_code || null,
            country: (country || '').toUpperCase() || null,
          },
        }
      : {}),
    fields: Object.fromEntries(fields),
    terms: typed.terms !== undefined,
    promotions: typed.promotions !== undefined,
  };
}
