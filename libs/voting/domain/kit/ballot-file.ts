import { unitsAt } from '../arithmetic/decimal.js';
import { readCategorical } from '../files/cat-reader.js';
import { readPabulib } from '../files/pabulib-reader.js';
import type { PointsBallot } from '../files/points-csv.js';
import { readPointsCsv } from '../files/points-csv.js';
import { readPreflib } from '../files/preflib-reader.js';
import type { BudgetInstance, CategoricalInstance, RankedInstance } from '../instance.js';
import { KitFault } from './kit-fault.js';
import type { KitOption, KitRules } from './kit-rules.js';
import { formOf } from './kit-rules.js';
import { categoriesOf, numberIn, voteTypeOf } from './stored-ballots.js';

/** Ballots with points that buy nothing; the points are by position. */
export interface PointsInstance {
  readonly kind: 'points';
  readonly options: readonly string[];
  readonly ballots: readonly PointsBallot[];
}

/** Ballots of a kit, with the ids of the options in place of the names in the file. */
export type KitBallots = BudgetInstance | RankedInstance | CategoricalInstance | PointsInstance;

/** Reads the ballot file of a kit by its rules. Throws FileFault for a broken file, KitFault for one that is about something else. */
export function readBallotFile(bytes: Uint8Array | string, rules: KitRules): KitBallots {
  switch (formOf(rules)) {
    case 'pb':
      return readBudget(readPabulib(bytes), rules);
    case 'preflib': {
      const read = readPreflib(bytes);
      return { ...read, candidates: idsOf(read.candidates.map(numberIn), rules) };
    }
    case 'cat': {
      const read = readCategorical(bytes);
      if (read.categories.join() !== categoriesOf(rules.method).join()) differs('categories', read.categories.join());
      return rules.method === 'consent' ? read : { ...read, candidates: idsOf(read.candidates.map(numberIn), rules) };
    }
    case 'csv': {
      const read = readPointsCsv(bytes);
      const place = new Map(read.options.map((number, at) => [number, at]));
      const ballots = read.ballots.map(({ count, points }) => ({
        count,
        points: new Map([...points].map(([n, own]) => [place.get(n)!, own])),
      }));
      return { kind: 'points', options: idsOf(read.options, rules), ballots };
    }
  }
}

/** Prices, pot and kind of ballot must be those that were frozen; amounts are brought to minor units. */
function readBudget(read: BudgetInstance, rules: KitRules): BudgetInstance {
  const minor = (amount: bigint): bigint => {
    if (read.decimals <= rules.decimals) return unitsAt({ units: amount, places: read.decimals }, rules.decimals);
    const factor = 10n ** BigInt(read.decimals - rules.decimals);
    return amount % factor === 0n ? amount / factor : differs('amounts', `finer than ${rules.currency} has`);
  };
  if (minor(read.budget) !== rules.pot) differs('META budget', `${read.meta['budget']}`);
  const stated = voteTypeOf(rules.method);
  if (read.voteType !== (stated === 'scoring' ? 'cumulative' : stated)) differs('META vote_type', read.voteType);
  const options = optionsOf(
    read.projects.map(({ id }) => (/^\d+$/.test(id) ? Number(id) : null)),
    rules,
  );
  const projects = read.projects.map((project, at) => {
    const option = options[at]!;
    if (minor(project.cost) !== option.cost) differs(`PROJECTS ${project.id} cost`, `${project.details['cost'] ?? project.cost}`);
    return { ...project, id: option.id, cost: option.cost };
  });
  return { ...read, budget: rules.pot!, decimals: rules.decimals, projects };
}

function idsOf(numbers: readonly (number | null)[], rules: KitRules): string[] {
  return optionsOf(numbers, rules).map(({ id }) => id);
}

/** The options meant by the numbers, which must ascend: the order of the file is the lot. */
function optionsOf(numbers: readonly (number | null)[], rules: KitRules): KitOption[] {
  return numbers.map((number, at) => {
    const option = number === null ? undefined : rules.options[number - 1];
    if (!option || (at > 0 && (numbers[at - 1] ?? 0) >= option.number)) return differs(`option ${at + 1}`, `${number ?? 'no number'}`);
    return option;
  });
}

function differs(place: string, found: string): never {
  throw new KitFault('kit-ballots-differ', `ballot file, ${place}: not as in rules.json`, found);
}
