import { formatFraction, formatMinor } from '../arithmetic/decimal.js';
import { rational } from '../arithmetic/rational.js';
import { hasScores, tally } from '../budget/tally.js';
import type { BallotGroup, BudgetInstance } from '../instance.js';
import { newIds } from './new-ids.js';
import { META_ORDER, OBLIGATORY_META, PROJECT_DETAILS } from './pabulib-fields.js';

/** What an export needs beyond the instance. */
export interface PabulibExport {
  /** Facts for META over those the instance carries; keys unknown to Pabulib's checker are left out. */
  readonly meta?: Readonly<Record<string, string>>;
  /** Positions of the funded projects. */
  readonly selected: readonly number[];
  /** Puts the ballots into another order; by default they are sorted by content, which tells as little about who cast them. */
  readonly arrange?: <T>(ballots: readonly T[]) => readonly T[];
  /** Draws new random ids from it and puts the ballots in their order, in place of running numbers. */
  readonly seed?: string;
}

/**
 * A .pb file that Pabulib's checker passes: no byte order mark, LF, obligatory META in order, votes, score and selected filled.
 * Voter ids are running numbers, or random ones from a seed; nothing of the voter but the choice is written. Throws RangeError when an obligatory fact is missing.
 */
export function writePabulib(instance: BudgetInstance, options: PabulibExport): string {
  const rows = [
    ['META'],
    ['key', 'value'],
    ...metaRows(instance, options),
    ...projectRows(instance, options.selected),
    ...voteRows(instance, options),
  ];
  return `${rows.map((cells) => cells.map(cell).join(';')).join('\n')}\n`;
}

function metaRows(instance: BudgetInstance, options: PabulibExport): string[][] {
  const counts = tally(instance);
  const facts: Record<string, string> = {
    ...instance.meta,
    ...options.meta,
    num_projects: `${instance.projects.length}`,
    num_votes: `${counts.ballots}`,
    budget: formatMinor(instance.budget, instance.decimals),
    vote_type: instance.voteType === 'scoring' ? 'cumulative' : instance.voteType,
    ...(instance.maxLength === undefined ? {} : { max_length: `${instance.maxLength}` }),
  };
  if (facts['vote_type'] === 'cumulative') facts['max_sum_points'] ??= `${Math.ceil(largestSum(instance))}`;
  if (facts['comment'] && !facts['comment'].startsWith('#1: ')) facts['comment'] = `#1: ${facts['comment']}`;
  const missing = OBLIGATORY_META.filter((key) => !facts[key]);
  if (missing.length > 0) throw new RangeError(`a Pabulib file needs ${missing.join(', ')}`);
  return META_ORDER.flatMap((key) => (facts[key] ? [[key, facts[key]]] : []));
}

function projectRows(instance: BudgetInstance, selected: readonly number[]): string[][] {
  const { votes, scores } = tally(instance);
  const withScores = hasScores(instance);
  const used = PROJECT_DETAILS.filter((name) => instance.projects.some((project) => project.details[name]));
  const before = used.filter((name) => name === 'category' || name === 'beneficiaries');
  const after = used.filter((name) => name !== 'category' && name !== 'beneficiaries');
  const header = ['project_id', 'cost', 'votes', ...(withScores ? ['score'] : []), 'name', ...before, 'selected', ...after];
  const rows = instance.projects.map((project, at) => [
    project.id,
    formatMinor(project.cost, instance.decimals),
    `${votes[at] ?? 0}`,
    ...(withScores ? [points(scores[at] ?? 0, instance)] : []),
    project.name || project.id,
    ...before.map((name) => project.details[name] ?? ''),
    selected.includes(at) ? '1' : '0',
    ...after.map((name) => project.details[name] ?? ''),
  ]);
  return [['PROJECTS'], header, ...rows];
}

function voteRows(instance: BudgetInstance, { arrange, seed }: PabulibExport): string[][] {
  const withPoints = instance.ballots.some((ballot) => ballot.points);
  const contents = instance.ballots.flatMap((ballot) => {
    const content = [list(ballot, (place) => instance.projects[ballot.choices[place] ?? -1]?.id ?? '')];
    if (withPoints) content.push(list(ballot, (place) => points(ballot.points?.[place] ?? 0, instance)));
    return Array.from({ length: ballot.count }, () => content);
  });
  const byContent = (a: readonly string[], b: readonly string[]): number => compareTexts(a.join(';'), b.join(';'));
  const arranged = arrange ? [...arrange(contents)] : contents.sort(byContent);
  const ids = seed === undefined ? null : newIds(arranged.length, seed);
  const rows = arranged.map((content, at) => ({ id: ids?.[at] ?? at + 1, content }));
  // The checker takes an empty first ballot for a missing column, so empty ones come last.
  rows.sort((a, b) => Number(a.content[0] === '') - Number(b.content[0] === '') || a.id - b.id);
  const numbered = ids ? rows.map(({ id, content }) => [`${id}`, ...content]) : rows.map(({ content }, at) => [`${at + 1}`, ...content]);
  return [['VOTES'], ['voter_id', 'vote', ...(withPoints ? ['points'] : [])], ...numbered];
}

/** Projects listed with no points are left out: Pabulib would count them as votes, we do not. */
function list(ballot: BallotGroup, item: (place: number) => string): string {
  return ballot.choices.flatMap((_, place) => ((ballot.points?.[place] ?? 1) === 0 ? [] : [item(place)])).join(',');
}

function points(scaled: number, instance: BudgetInstance): string {
  const text = formatFraction(rational(BigInt(scaled), 10n ** BigInt(instance.pointDecimals)));
  return text.includes('/') ? formatMinor(BigInt(scaled), instance.pointDecimals) : text;
}

function largestSum(instance: BudgetInstance): number {
  const sums = instance.ballots.map((ballot) => (ballot.points ?? []).reduce((sum, own) => sum + own, 0));
  return sums.reduce((most, sum) => Math.max(most, sum), 0) / 10 ** instance.pointDecimals;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function cell(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return /[;"]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
