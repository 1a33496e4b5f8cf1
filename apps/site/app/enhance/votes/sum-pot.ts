import { formatFor } from '../../models/format';
import { type Basket, basketOf } from '../../models/knapsack';
import { type KnapsackFacts, followsTicks, whyNot } from '../../models/why-not';
import { languageOfPage } from './language-of-page';

/** Keeps the sum of what is ticked up to date; with a knapsack it says beside each option why it no longer fits, and takes no more. */
export function sumPot(page: Document): void {
  const frame = page.querySelector<HTMLElement>('.pot-sum');
  const form = frame?.closest('form');
  const line = frame?.querySelector<HTMLElement>('#pot-sum');
  if (!frame || !form || !line) return;
  const short = frame.querySelector<HTMLElement>('#pot-least');
  const format = formatFor(languageOfPage(page));
  const pot = Number(frame.dataset['pot']);
  const currency = frame.dataset['currency'] ?? 'GBP';
  const knapsack = frame.dataset['knapsack'] ? (JSON.parse(frame.dataset['knapsack']) as KnapsackFacts) : undefined;
  const rows = [...form.querySelectorAll<HTMLElement>('[data-cost]')].flatMap((row) => {
    const box = row.querySelector<HTMLInputElement>('input[type=checkbox]');
    return box
      ? [
          {
            id: box.value,
            cost: Number(row.dataset['cost']),
            withdrawn: row.querySelector('[data-why=WITHDRAWN]') !== null,
            box,
            fit: row.querySelector<HTMLElement>('.fit'),
          },
        ]
      : [];
  });
  const say = (amount: number): string => format.money({ amount, currency });
  const ticked = (): Set<string> => new Set(rows.filter(({ box }) => box.checked).map(({ id }) => id));

  const show = (): void => {
    const chosen = ticked();
    const basket: Basket = basketOf(rows, chosen, pot, knapsack?.least);
    const { total, left, tooDear, missing } = basket;
    const over = left < 0;
    line.classList.toggle('over', over);
    const fill = { '{total}': say(total), '{pot}': say(pot), '{left}': say(Math.abs(left)) };
    line.textContent = filledIn((over ? line.dataset['over'] : line.dataset['within']) ?? '', fill);
    const bar = frame.querySelector('[data-bar]');
    bar?.setAttribute('width', String(Math.min(1, pot ? total / pot : 0) * Number(bar.getAttribute('data-bar'))));
    if (!knapsack) return;
    if (short) {
      const lack = { '{missing}': say(missing), '{least}': say(knapsack.least) };
      short.textContent = missing > 0 ? filledIn(short.dataset['missing'] ?? '', lack) : '';
    }
    for (const row of rows) {
      const why = whyNot(row, knapsack.atAll, chosen, knapsack.most, basket);
      if (row.fit) {
        row.fit.textContent = why ? knapsack.texts[why].replace('#', say(tooDear.get(row.id) ?? 0)) : '';
        row.fit.dataset['why'] = why ?? '';
      }
      if (followsTicks(why)) row.box.setAttribute('aria-disabled', 'true');
      else row.box.removeAttribute('aria-disabled');
    }
  };

  // What does not fit cannot be ticked: its reason stands beside it and is read with it.
  if (knapsack) {
    form.addEventListener('click', (event) => {
      const box = event.target as HTMLInputElement;
      if (box.type === 'checkbox' && box.getAttribute('aria-disabled') === 'true') event.preventDefault();
    });
  }
  form.addEventListener('change', show);
  form.addEventListener('restored', show);
  show();
}

const filledIn = (text: string, figures: Readonly<Record<string, string>>): string =>
  Object.entries(figures).reduce((said, [sign, value]) => said.replace(sign, () => value), text);
