import { badParam, invalid } from './refusal.js';

export interface CustomFieldInput {
  key: string;
  label: { custom: string; type: string };
  type: 'text' | 'numeric' | 'dropdown';
  optional?: boolean;
  dropdown?: { options: { label: string; value: string }[]; default_value?: string };
  numeric?: Lengths;
  text?: Lengths;
}

interface Lengths {
  default_value?: string;
  minimum_length?: number;
  maximum_length?: number;
}

interface TypedValue {
  default_value: string | null;
  minimum_length: number | null;
  maximum_length: number | null;
  value: string | null;
}

/** A question of the merchant's own, as the session shows it: the answer is in the part named after its type. */
export interface CustomField {
  key: string;
  label: { custom: string; type: string };
  optional: boolean;
  type: 'text' | 'numeric' | 'dropdown';
  dropdown?: { default_value: string | null; options: { label: string; value: string }[]; value: string | null };
  numeric?: TypedValue;
  text?: TypedValue;
}

const LONGEST = 255;

const typed = (given: Lengths = {}): TypedValue => ({
  default_value: given.default_value ?? null,
  maximum_length: given.maximum_length ?? null,
  minimum_length: given.minimum_length ?? null,
  value: null,
});

/** The questions of a session: at most three, each with a name of its own. */
export function customFields(given: CustomFieldInput[] = []): CustomField[] {
  if (given.length > 3) throw invalid('A Checkout Session can have up to 3 custom fields.', { param: 'custom_fields' });
  return given.map((field, i) => {
    const at = `custom_fields[${i}]`;
    if (!/^[A-Za-z0-9]+$/.test(field.key)) throw invalid('The key must be alphanumeric.', { param: `${at}[key]` });
    if (given.findIndex((f) => f.key === field.key) !== i) throw invalid('Custom field keys must be unique.', { param: `${at}[key]` });
    const common = { key: field.key, label: { ...field.label }, optional: field.optional ?? false, type: field.type };
    const { minimum_length: least = 0, maximum_length: most = LONGEST } = (field.type === 'text' ? field.text : field.numeric) ?? {};
    if (least < 0 || most < 1 || most > LONGEST || least > most)
      throw invalid(`An answer has from 0 to ${LONGEST} characters.`, { param: `${at}[${field.type}]` });
    if (field.type === 'text') return { ...common, text: typed(field.text) };
    if (field.type === 'numeric') return { ...common, numeric: typed(field.numeric) };
    const options = field.dropdown?.options ?? [];
    if (!options.length) throw badParam(`Missing required param: ${at}[dropdown].`, `${at}[dropdown]`, 'parameter_missing');
    return { ...common, dropdown: { default_value: field.dropdown?.default_value ?? null, options, value: null } };
  });
}

/** What the page shows in a field before the payer has typed. */
export const presetOf = (field: CustomField): string => (field.text ?? field.numeric ?? field.dropdown)!.default_value ?? '';

/** An answer that fits, for a payer who is not asked. */
export function madeUp(field: CustomField): string {
  if (field.dropdown) return field.dropdown.default_value ?? field.dropdown.options[0]!.value;
  const { default_value: preset, minimum_length: least, maximum_length: most } = (field.text ?? field.numeric)!;
  const text = (preset ?? (field.numeric ? '1' : 'Simulated')).padEnd(least ?? 0, field.numeric ? '1' : '.');
  return most ? text.slice(0, most) : text;
}

/** The field with the payer's answer, or Stripe's refusal of it. */
export function answered(field: CustomField, answer: string): CustomField {
  const refuse = () =>
    invalid(`The answer to “${field.label.custom}” is missing or does not fit.`, { param: `custom_fields[${field.key}]` });
  if (answer === '') {
    if (!field.optional) throw refuse();
    return field;
  }
  if (field.dropdown) {
    if (!field.dropdown.options.some((o) => o.value === answer)) throw refuse();
    return { ...field, dropdown: { ...field.dropdown, value: answer } };
  }
  const part = (field.text ?? field.numeric)!;
  const fits = answer.length >= (part.minimum_length ?? 0) && answer.length <= (part.maximum_length ?? LONGEST);
  if (!fits || (field.numeric && !/^\d+$/.test(answer))) throw refuse();
  return { ...field, [field.type]: { ...part, value: answer } };
}
