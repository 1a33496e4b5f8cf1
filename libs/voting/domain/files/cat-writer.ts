import type { CategoricalInstance } from '../instance.js';
import { countBallots } from '../instance.js';
import { oneLine } from './preflib-header.js';
import type { PreflibExport } from './preflib-writer.js';

/** A PrefLib .cat file: the commonest ballot first, every ballot once with how often it was cast. */
export function writeCategorical(instance: CategoricalInstance, facts: PreflibExport): { fileName: string; text: string } {
  const counts = new Map<string, number>();
  for (const { categories, count } of instance.ballots) {
    const text = categories.map(list).join(',');
    counts.set(text, (counts.get(text) ?? 0) + count);
  }
  const ballots = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const fileName = `${facts.name}.cat`;
  const header = {
    'FILE NAME': fileName,
    TITLE: facts.title,
    DESCRIPTION: facts.description ?? '',
    'DATA TYPE': 'cat',
    'MODIFICATION TYPE': 'original',
    'RELATES TO': '',
    'RELATED FILES': '',
    'PUBLICATION DATE': facts.published,
    'MODIFICATION DATE': facts.published,
    'NUMBER ALTERNATIVES': instance.candidates.length,
    'NUMBER VOTERS': countBallots(instance),
    'NUMBER UNIQUE PREFERENCES': ballots.length,
    'NUMBER CATEGORIES': instance.categories.length,
  };
  const lines = [
    ...Object.entries(header).map(([key, value]) => `# ${key}: ${oneLine(`${value}`)}`),
    ...instance.categories.map((name, at) => `# CATEGORY NAME ${at + 1}: ${oneLine(name)}`),
    ...instance.candidates.map((name, at) => `# ALTERNATIVE NAME ${at + 1}: ${oneLine(name)}`),
    ...ballots.map(([text, count]) => `${count}: ${text}`),
  ];
  return { fileName, text: `${lines.join('\n')}\n` };
}

function list(alternatives: readonly number[]): string {
  const numbers = alternatives.map((at) => at + 1).sort((a, b) => a - b);
  return numbers.length === 1 ? `${numbers[0]}` : `{${numbers.join(',')}}`;
}
