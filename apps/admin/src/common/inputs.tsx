import { TextInput, maxLength, minLength, required, useLocale, type TextInputProps } from 'react-admin';
import { useEvent } from '../layout/event-context.js';
import { exponentOf, instantOf, readMoney, type Amount } from './format.js';

/** Reads what a MoneyInput holds; the form does not send while it is no amount. */
export const moneyIn = (values: Record<string, unknown>, field: string, currency: string): Amount | undefined =>
  values[field] ? readMoney(String(values[field]), currency) : undefined;

/** An amount as people type it, with the event's currency beside it. Holds the text; `moneyIn` makes it money. */
export function MoneyInput({ validate, ...props }: TextInputProps) {
  const { currency } = useEvent();
  const locale = useLocale();
  const sign = new Intl.NumberFormat(locale, { style: 'currency', currency })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value;
  const rules = [validate ?? []].flat();
  const isAmount = (text?: string) => {
    if (!text) return undefined;
    const money = readMoney(text, currency);
    if (!money) return { message: 'common.not_an_amount', args: { decimals: exponentOf(currency) } };
    return money.amount < 0 ? 'common.not_negative' : undefined;
  };
  return (
    <TextInput
      {...props}
      validate={[...rules, isAmount]}
      slotProps={{
        htmlInput: { inputMode: 'decimal', autoComplete: 'off' },
        input: { startAdornment: <span aria-hidden="true">{sign}&nbsp;</span> },
      }}
    />
  );
}

/** A date and clock time on the wall of the event. Holds `YYYY-MM-DDTHH:mm`; `instantIn` makes it an instant. */
export function WhenInput(props: TextInputProps) {
  const { timeZone } = useEvent();
  return <TextInput type="datetime-local" helperText={timeZone} {...props} slotProps={{ inputLabel: { shrink: true } }} />;
}

export const instantIn = (values: Record<string, unknown>, field: string, timeZone: string): string | undefined =>
  values[field] ? instantOf(String(values[field]).slice(0, 16), timeZone) : undefined;

/** A calendar date. */
export const DayInput = (props: TextInputProps) => <TextInput type="date" {...props} slotProps={{ inputLabel: { shrink: true } }} />;

/** Why somebody stops what others had a part in: 20 to 500 characters, for those others to read. */
export const ReasonInput = () => (
  <TextInput source="reason" label="fields.reason" multiline minRows={3} validate={[required(), minLength(20), maxLength(500)]} fullWidth />
);
