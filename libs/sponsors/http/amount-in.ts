import { fromWire } from '#kernel';
import { badFields, type MoneyBody } from '#platform';

/** Minor units of an amount that must be in the event's currency; `pointer` names the field in the refusal. */
export function amountIn(currency: string, amount: MoneyBody, pointer: string): bigint {
  if (amount.currency !== currency) throw badFields([{ pointer: `${pointer}/currency`, message: `must be ${currency}` }]);
  return fromWire(amount).minor;
}
