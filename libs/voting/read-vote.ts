import { randomUUID } from 'node:crypto';
import type { BudgetInstance, RankedInstance, VoteType } from './domain/index.js';
import { BudgetCount, FileFault, countBallots, decodeUtf8, officialSelection, readVotingFile, selectedIn } from './domain/index.js';

type AddOne = 'mes_cost_add1' | 'mes_cost_add1u';

/** A finished vote read from a file, ready to be stored: its ballots are texts of JSON rows, which travel between threads without a pause. */
export interface VoteAnswer {
  readonly kind: 'vote';
  readonly method: VoteType | 'ranked';
  readonly title: string;
  /** The rule the file names; '' where it names none. */
  readonly statedRule: string;
  /** Which completion of equal shares elected whom the file marks as selected; the one that spends more where it marks nobody. */
  readonly addOne: AddOne;
  readonly seats: number;
  readonly equalRanks: boolean;
  /** Minor units at `decimals`; null where nothing costs anything. */
  readonly pot: bigint | null;
  readonly decimals: number;
  readonly options: readonly { readonly title: string; readonly cost: bigint | null }[];
  /** Places that count in an ordinal vote, else the number of options. */
  readonly maxChoices: number;
  readonly ballots: number;
  readonly rows: readonly string[];
}

/** Lines of a file that can be taken in; the largest known vote has 132,000. */
export const MOST_LINES = 150_000;
const ROWS_AT_ONCE = 5_000;

/** Reads a Pabulib, PrefLib or BLT file whole. Throws FileFault with the code and the place. */
export function readVote(fileName: string, bytes: Uint8Array): VoteAnswer {
  const text = decodeUtf8(bytes);
  refuseTooManyLines(text);
  const instance = readVotingFile(fileName, text);
  return instance.kind === 'budget' ? budgetVote(instance) : rankedVote(instance);
}

function refuseTooManyLines(text: string): void {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines > MOST_LINES && at + 1 < text.length) throw new FileFault('too-many-lines', lines, `at most ${MOST_LINES}`);
  }
}

function budgetVote(instance: BudgetInstance): VoteAnswer {
  const { voteType, meta, budget, decimals, projects } = instance;
  const ballots = instance.ballots.map(({ choices, points, count }) => ({
    count,
    choices: choices.map((at) => at + 1),
    points: points ?? null,
  }));
  return {
    kind: 'vote',
    method: voteType,
    title: meta['description'] || meta['instance'] || '',
    statedRule: meta['rule'] ?? '',
    addOne: addOneOf(instance),
    ...{ seats: 1, equalRanks: false, pot: budget, decimals },
    options: projects.map(({ id, name, cost }) => ({ title: name || id, cost })),
    maxChoices: (voteType === 'ordinal' ? instance.maxLength : undefined) ?? projects.length,
    ballots: countBallots(instance),
    rows: rowsOf(ballots),
  };
}

/** Files say `equalshares/add1` of both completions: where they mark who won, the marks tell which was meant. */
function addOneOf(instance: BudgetInstance): AddOne {
  // Counting twice more is only worth it where there is something to compare with.
  if (!instance.meta['rule']?.startsWith('equalshares/add1') || selectedIn(instance).length === 0) return 'mes_cost_add1u';
  const count = new BudgetCount(instance);
  const marked = officialSelection(count, [count.by('mes_cost_add1'), count.by('mes_cost_add1u')])?.reproducedBy ?? [];
  return marked.includes('mes_cost_add1') && !marked.includes('mes_cost_add1u') ? 'mes_cost_add1' : 'mes_cost_add1u';
}

function rankedVote(instance: RankedInstance): VoteAnswer {
  const { meta, candidates } = instance;
  const ballots = instance.ballots.map(({ ranks, count }) => {
    const places = ranks.flatMap((group, rank) => group.map((at) => ({ number: at + 1, rank: rank + 1 })));
    places.sort((a, b) => a.number - b.number);
    return { count, choices: places.map(({ number }) => number), points: places.map(({ rank }) => rank) };
  });
  return {
    kind: 'vote',
    method: 'ranked',
    title: meta['TITLE'] ?? '',
    statedRule: meta['SEATS'] === undefined ? '' : 'scottish_stv',
    addOne: 'mes_cost_add1u',
    seats: Number(meta['SEATS'] ?? 1),
    equalRanks: instance.ballots.some(({ ranks }) => ranks.some((group) => group.length > 1)),
    ...{ pot: null, decimals: 0 },
    options: withoutNumbers(candidates).map((title) => ({ title, cost: null })),
    maxChoices: candidates.length,
    ballots: countBallots(instance),
    rows: rowsOf(ballots),
  };
}

/** Our own files write "2. Title": the number is the place in the lot, which the order of the file says already. */
function withoutNumbers(names: readonly string[]): readonly string[] {
  return names.every((name) => /^\d+\. ./.test(name)) ? names.map((name) => name.replace(/^\d+\. /, '')) : names;
}

interface Row {
  readonly count: number;
  readonly choices: readonly number[];
  readonly points: readonly number[] | null;
}

/** One row a ballot, each with a random id. */
function rowsOf(ballots: readonly Row[]): string[] {
  const texts: string[] = [];
  let rows: object[] = [];
  const flush = (): void => {
    if (rows.length > 0) texts.push(JSON.stringify(rows));
    rows = [];
  };
  for (const { count, choices, points } of ballots) {
    const row = { choices: `{${choices.join()}}`, points: points ? `{${points.join()}}` : null };
    for (let n = 0; n < count; n += 1) {
      rows.push({ id: randomUUID(), ...row });
      if (rows.length === ROWS_AT_ONCE) flush();
    }
  }
  flush();
  return texts;
}
