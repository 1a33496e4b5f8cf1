type Given = Record<string, Record<string, unknown> | '' | undefined> | null | undefined;

/** What each kind of object always says about cards. */
const CARD = {
  payment: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
  setup: { mandate_options: null, network: null, request_three_d_secure: 'automatic' },
  checkout: { request_three_d_secure: 'automatic' },
};

const KEPT: Record<keyof typeof CARD, string[]> = {
  payment: [
    'capture_method',
    'network',
    'request_three_d_secure',
    'require_cvc_recollection',
    'setup_credential_usage',
    'setup_future_usage',
    'stored_credential_usage',
  ],
  setup: ['network', 'request_three_d_secure', 'setup_credential_usage'],
  checkout: ['capture_method', 'request_three_d_secure', 'setup_future_usage'],
};

const only = (given: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(given).filter(([key, value]) => keys.includes(key) && value !== ''));

/** `payment_method_options` as the object shows it: the defaults, with what was given. */
export function methodOptions(kind: keyof typeof CARD, given: Given, before?: Given): Record<string, Record<string, unknown>> {
  const card = { ...CARD[kind], ...(before?.card || {}), ...only(given?.card || {}, KEPT[kind]) };
  const debits = ['bacs_debit', 'sepa_debit'].flatMap((type) => {
    const value = given?.[type] ?? before?.[type];
    return value ? [[type, kind === 'setup' ? {} : only(value, ['setup_future_usage', 'target_date'])]] : [];
  });
  return { card, ...Object.fromEntries(debits) };
}

/** What was asked for this kind of payment method in particular: it goes before what was asked in general. */
export const optionFor = (options: Given, type: string, name: 'capture_method' | 'setup_future_usage'): string | undefined => {
  const value = (options?.[type] || {})[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A delivery address as the object shows it, with what was not given as null. */
export function shippingOf(given: unknown): unknown {
  if (!given) return null;
  const { address, ...rest } = given as { address?: Record<string, string> };
  const empty = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { carrier: null, phone: null, tracking_number: null, ...rest, address: { ...empty, ...address } };
}
