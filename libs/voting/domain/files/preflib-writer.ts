import type { RankedBallotGroup, RankedInstance } from '../instance.js';
import { countBallots } from '../instance.js';
import { oneLine } from './preflib-header.js';
import type { PreflibType } from './preflib-reader.js';

/** Facts for the header of a PrefLib file; dates as yyyy-mm-dd. */
export interface PreflibExport {
  /** File name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly published: string;
}

/** The most restrictive PrefLib type the ballots allow. */
export function preflibType({ candidates, ballots }: RankedInstance): PreflibType {
  const tied = ballots.some(({ ranks }) => ranks.some((group) => group.length > 1));
  const complete = ballots.every(({ ranks }) => ranks.flat().length === candidates.length);
  return `${tied ? 't' : 's'}o${complete ? 'c' : 'i'}`;
}

/** A PrefLib file: most frequent order first, every order once. */
export function writePreflib(instance: RankedInstance, facts: PreflibExport): { fileName: string; text: string } {
  const type = preflibType(instance);
  const orders = mergeOrders(instance.ballots);
  const fileName = `${facts.name}.${type}`;
  const header = {
    'FILE NAME': fileName,
    TITLE: facts.title,
    DESCRIPTION: facts.description ?? '',
    'DATA TYPE': type,
    'MODIFICATION TYPE': 'original',
    'RELATES TO': '',
    'RELATED FILES': '',
    'PUBLICATION DATE': facts.published,
    'MODIFICATION DATE': facts.published,
    'NUMBER ALTERNATIVES': instance.candidates.length,
    'NUMBER VOTERS': countBallots(instance),
    'NUMBER UNIQUE ORDERS': orders.length,
  };
  const names = instance.candidates.map((name, at) => `# ALTERNATIVE NAME ${at + 1}: ${oneLine(name)}`);
  const lines = [...Object.entries(header).map(([key, value]) => `# ${key}: ${oneLine(`${value}`)}`), ...names];
  return { fileName, text: `${[...lines, ...orders.map(({ text, count }) => `${count}: ${text}`)].join('\n')}\n` };
}

function mergeOrders(ballots: readonly RankedBallotGroup[]): { text: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { ranks, count } of ballots) {
    const groups = ranks.map((group) => [...group].sort((a, b) => a - b).map((at) => at + 1));
    const text = groups.map((group) => (group.length === 1 ? `${group[0]}` : `{${group.join(',')}}`)).join(',');
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
