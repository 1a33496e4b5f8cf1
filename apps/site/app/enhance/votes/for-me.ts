import { ballotText, fingerprint } from '../../models/ballot-text';
import { accountOf, supportsOf } from '../../models/for-me';
import { type Format, formatFor } from '../../models/format';
import { type KeptBallot, forgetBallot, keptBallot } from './kept';
import { languageOfPage } from './language-of-page';

interface Facts {
  ballot: string;
  rule: string;
  publication: string;
  currency: string | null;
  endowment: string | null;
  purchases: { id: string; share: string; title: string }[];
  winners: string[];
  titles: Record<string, string>;
}

type Texts = Record<'checking' | 'counted' | 'missing' | 'unpublished' | 'cannot' | 'last' | 'none' | 'got' | 'gotNothing', string>;

/** Works out what this vote means for the person at this browser, from the receipt it kept. Nothing leaves the browser. */
export function forMe(page: Document): void {
  const frame = page.querySelector<HTMLElement>('[data-for-me]');
  if (!frame) return;
  const facts = JSON.parse(frame.dataset['forMe'] ?? '{}') as Facts;
  const texts = JSON.parse(frame.dataset['texts'] ?? '{}') as Texts;
  const kept = keptBallot(facts.ballot);
  if (!kept) return;
  const part = (name: string): HTMLElement | null => frame.querySelector(`[data-part=${name}]`);
  show(part('nothing'), false);
  show(part('mine'), true);
  const format = formatFor(languageOfPage(page));
  tellGot(part('got'), kept, facts, texts, format);
  tellAccount(part, kept, facts, texts, format);
  void verdict(kept, facts).then((word) => {
    const line = part('verdict');
    if (!line) return;
    line.textContent = texts[word];
    line.className = `notice ${word === 'counted' ? 'good' : word === 'missing' ? 'bad' : 'late'}`;
  });
  part('forget')?.addEventListener('click', () => {
    forgetBallot(facts.ballot);
    show(part('nothing'), true);
    show(part('mine'), false);
  });
}

const show = (element: HTMLElement | null, visible: boolean): void => {
  if (element) element.hidden = !visible;
};

/** Whether the fingerprint of my ballot is among the published ones; computed here. */
async function verdict(kept: KeptBallot, { publication }: Facts): Promise<'counted' | 'missing' | 'unpublished' | 'cannot'> {
  const text = ballotText(kept.ballot);
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (text === null || !subtle) return 'cannot';
  try {
    const reply = await fetch(publication);
    if (!reply.ok) return 'unpublished';
    const { commitments } = (await reply.json()) as { commitments: string[] };
    return commitments.includes(await fingerprint(text, kept.receipt, subtle)) ? 'counted' : 'missing';
  } catch {
    return 'unpublished';
  }
}

/** Which of my wishes were chosen. */
function tellGot(line: HTMLElement | null, kept: KeptBallot, facts: Facts, texts: Texts, format: Format): void {
  const mine = supportsOf(kept.ballot, facts.rule);
  if (!line || !facts.winners.length || !mine.size) return;
  const got = facts.winners.filter((id) => mine.has(id)).map((id) => facts.titles[id] ?? id);
  line.textContent = got.length ? texts.got.replace('#', format.list(got)) : texts.gotNothing;
}

/** My share, what I paid for which project, what is left. */
function tellAccount(part: (name: string) => HTMLElement | null, kept: KeptBallot, facts: Facts, texts: Texts, format: Format): void {
  const body = part('account');
  if (!body || facts.endowment === null || facts.currency === null) return;
  const say = (millionths: bigint): string => writeMoney(millionths, facts.currency ?? 'GBP', format);
  const account = accountOf(facts.endowment, facts.purchases, supportsOf(kept.ballot, facts.rule));
  const put = (name: string, amount: bigint): void => {
    const cell = part(name);
    if (cell) cell.textContent = say(amount);
  };
  put('share', account.endowment);
  put('left', account.left);
  const titles = new Map(facts.purchases.map(({ id, title }) => [id, title]));
  const lines: [string, string][] = account.paid.map(({ id, amount, last }) => [
    `${titles.get(id) ?? id}${last ? ` (${texts.last})` : ''}`,
    `−${say(amount)}`,
  ]);
  for (const [name, amount] of lines.length ? lines : ([[texts.none, '']] as [string, string][])) {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    const cell = document.createElement('td');
    cell.className = 'number';
    cell.textContent = amount;
    row.append(head, cell);
    body.append(row);
  }
}

/** Shares are virtual and rarely whole; they are shown to what can be paid. */
function writeMoney(millionths: bigint, currency: string, format: Format): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return format.money({ amount: Math.round((Number(millionths) / 1e6) * 10 ** digits), currency });
}
