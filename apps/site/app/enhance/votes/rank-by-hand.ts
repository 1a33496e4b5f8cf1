import { inRankOrder, movedTo } from '../../models/ranking';

type Texts = Record<'up' | 'down' | 'drag' | 'moved' | 'removed', string>;

interface Row {
  readonly item: HTMLElement;
  readonly select: HTMLSelectElement;
}

/** Adds buttons and a handle for dragging to a ranking. The place fields stay, and always say the same. */
export function rankByHand(page: Document): void {
  for (const list of page.querySelectorAll<HTMLElement>('[data-ranking]')) new Ranking(list);
}

class Ranking {
  private readonly rows: Row[];
  private readonly most: number;
  private readonly ties: boolean;
  private readonly texts: Texts;
  private readonly news: HTMLElement | null;

  constructor(private readonly list: HTMLElement) {
    this.most = Number(list.dataset['ranking']);
    this.ties = list.dataset['ties'] !== undefined;
    this.texts = JSON.parse(list.dataset['texts'] ?? '{}') as Texts;
    this.news = list.parentElement?.querySelector('[data-rank-news]') ?? null;
    this.rows = [...list.querySelectorAll<HTMLElement>('li')].flatMap((item) => {
      const select = item.querySelector('select');
      return select && !select.disabled ? [{ item, select }] : [];
    });
    for (const row of this.rows) this.equip(row);
    list.closest('form')?.addEventListener('restored', () => this.sort());
  }

  private equip(row: Row): void {
    const tools = document.createElement('span');
    tools.className = 'rank-tools';
    const button = (sign: string, text: string, act: () => void): HTMLButtonElement => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'secondary';
      made.textContent = sign;
      made.setAttribute('aria-label', text.replace('#', row.item.dataset['title'] ?? ''));
      made.addEventListener('click', () => {
        act();
        made.focus();
      });
      return made;
    };
    tools.append(
      button('↑', this.texts.up, () => this.shift(row, -1)),
      button('↓', this.texts.down, () => this.shift(row, 1)),
      this.handle(row),
    );
    row.item.append(tools);
    row.select.addEventListener('change', (event) => {
      if (!event.isTrusted || this.ties) return;
      // A place that is taken moves the others down instead of making a tie.
      const place = Number(row.select.value);
      this.put(row, place ? Math.min(place - 1, this.ranked(row).length) : null);
    });
  }

  /** Rows that have a place, best first; without one row where asked. */
  private ranked(except?: Row): Row[] {
    const placed = this.rows.filter((row) => row.select.value !== '' && row !== except);
    return inRankOrder(placed, ({ select }) => Number(select.value));
  }

  private shift(row: Row, by: -1 | 1): void {
    const own = Number(row.select.value);
    if (this.ties) {
      const next = own === 0 ? (by < 0 ? Math.min(this.most, this.ranked().length + 1) : 0) : own + by;
      row.select.value = next >= 1 && next <= this.most ? String(next) : own + by < 1 && own ? '1' : '';
      this.told(row);
      return;
    }
    const order = this.ranked();
    const at = order.indexOf(row);
    if (at === -1) return by < 0 ? this.put(row, Math.min(order.length, this.most - 1)) : undefined;
    if (by > 0 && at === order.length - 1) return this.put(row, null);
    this.put(row, Math.max(0, at + by));
  }

  /** Gives a row a place, from 0, among the others; null takes its place away. */
  private put(row: Row, place: number | null): void {
    const others = this.ranked(row);
    const order = place === null ? others : movedTo([...others, row], others.length, place);
    for (const each of this.rows) each.select.value = '';
    order.slice(0, this.most).forEach((each, at) => (each.select.value = String(at + 1)));
    this.told(row);
  }

  private told(row: Row): void {
    this.sort();
    const place = row.select.value;
    const text = (place ? this.texts.moved : this.texts.removed).replace('#', row.item.dataset['title'] ?? '').replace('§', place);
    if (this.news) this.news.textContent = text;
    row.select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private sort(): void {
    const order = inRankOrder(this.rows, ({ select }) => (select.value === '' ? undefined : Number(select.value)));
    for (const { item } of order) this.list.append(item);
  }

  /** A handle for finger or mouse: the row goes where it is let go. */
  private handle(row: Row): HTMLElement {
    const handle = document.createElement('span');
    handle.className = 'drag';
    handle.textContent = '⠿';
    handle.title = this.texts.drag;
    handle.setAttribute('aria-hidden', 'true');
    handle.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      row.item.classList.add('dragged');
    });
    handle.addEventListener('pointerup', (event) => {
      row.item.classList.remove('dragged');
      const items = this.rows.filter((each) => each !== row).map(({ item }) => item.getBoundingClientRect());
      const above = items.filter(({ top, height }) => top + height / 2 < event.clientY).length;
      const places = this.ranked(row).length;
      this.put(row, above <= places && above < this.most ? above : null);
    });
    return handle;
  }
}
