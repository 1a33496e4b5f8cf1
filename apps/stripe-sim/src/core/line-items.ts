import { createPrice, type PriceInput } from './catalogue.js';
import { fresh } from './description.js';
import type { LineItem, Price } from './objects.js';
import { badParam, invalid, noSuch } from './refusal.js';
import type { Sim } from './sim.js';

export interface LineInput {
  price?: string;
  price_data?: PriceInput;
  quantity?: number;
}

/** How many, at least one; `at` names the line in refusals. */
export function quantityOf(quantity: number | undefined, at: string): number {
  const param = `${at}[quantity]`;
  if (quantity === undefined) throw badParam(`Missing required param: ${param}.`, param, 'parameter_missing');
  if (quantity < 1) throw invalid('This value must be greater than or equal to 1.', { param, code: 'parameter_invalid_integer' });
  return quantity;
}

/** What so many cost: a price in fractions of the smallest unit is rounded once, over all of them. */
export const amountOf = (price: Price, quantity: number): number =>
  price.unit_amount === null ? Math.round(Number(price.unit_amount_decimal) * quantity) : price.unit_amount * quantity;

/** The line items as the session will charge them; all in one currency. */
export function readItems(sim: Sim, lines: LineInput[], currency: string | undefined): LineItem[] {
  return lines.map((line, i) => {
    const at = `line_items[${i}]`;
    const price = line.price
      ? sim.prices.get(line.price)
      : line.price_data
        ? createPrice(sim, line.price_data, `${at}[price_data]`, false)
        : undefined;
    if (line.price && !price) throw noSuch('price', line.price, `${at}[price]`);
    if (!price) throw badParam(`Missing required param: ${at}[price].`, `${at}[price]`, 'parameter_missing');
    if (price.recurring) throw invalid('You specified `payment` mode but passed a recurring price.', { param: 'mode' });
    if (currency && price.currency !== currency)
      throw invalid(`The price's currency (${price.currency}) is not the session's (${currency}).`, { param: at });
    currency = price.currency;
    const quantity = quantityOf(line.quantity, at);
    const amount = amountOf(price, quantity);
    return {
      ...fresh<LineItem>('item', { id: sim.ids.next('li_') }),
      amount_subtotal: amount,
      amount_total: amount,
      currency: price.currency,
      description: sim.products.get(price.product)?.name ?? null,
      price,
      quantity,
    };
  });
}
