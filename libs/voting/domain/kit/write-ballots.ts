import { writeBlt } from '../files/blt-writer.js';
import { writeCategorical } from '../files/cat-writer.js';
import { writePabulib } from '../files/pabulib-writer.js';
import { writePointsCsv } from '../files/points-csv.js';
import { writePreflib } from '../files/preflib-writer.js';
import { sha256 } from '../receipts/commitments.js';
import type { KitRules } from './kit-rules.js';
import { formOf } from './kit-rules.js';
import type { StoredBallots } from './stored-ballots.js';
import { StandingBallots } from './stored-ballots.js';

/** What a ballot file tells of its vote besides the ballots. Days as yyyy-mm-dd. */
export interface VoteFacts {
  readonly rulesText: string;
  /** The event's short name and the place of its clock. */
  readonly event: string;
  readonly place: string;
  readonly openedOn: string;
  readonly closedOn: string;
  /** Numbers of the options that still stand, ascending. */
  readonly standing: readonly number[];
}

/** A closed vote's ballots in the form that suits them. */
export class BallotWriter {
  private readonly standing: StandingBallots;
  private readonly rulesHash: string;
  /** The order of the published ballots is drawn from the frozen rules, so that it cannot tell the order of casting. */
  private readonly seed: string;

  constructor(
    private readonly rules: KitRules,
    private readonly facts: VoteFacts,
    ballots: readonly StoredBallots[],
  ) {
    this.standing = new StandingBallots(rules, facts.standing, ballots);
    this.rulesHash = sha256(facts.rulesText);
    this.seed = `${this.rulesHash}:ballots`;
  }

  /** The ballot file of the kit; `winners` are option ids. */
  write(winners: readonly string[]): { fileName: string; text: string } {
    const { rules, facts, standing, seed } = this;
    const about = { name: 'ballots', title: rules.title, description: rules.question, published: facts.closedOn };
    switch (formOf(rules)) {
      case 'pb':
        return { fileName: 'ballots.pb', text: this.pabulib(winners) };
      case 'preflib':
        return writePreflib(standing.ranked(), about);
      case 'cat':
        return writeCategorical(standing.categorical(), about);
      case 'csv':
        return { fileName: 'ballots.csv', text: writePointsCsv(facts.standing, standing.points(), seed) };
    }
  }

  /** The same rankings for STV programs. Ends ballots at a shared rank. */
  blt(): string {
    return writeBlt(this.standing.ranked(), this.rules.seats, this.rules.title);
  }

  private pabulib(winners: readonly string[]): string {
    const { rules, facts } = this;
    const won = new Set(winners);
    return writePabulib(this.standing.budget(), {
      seed: this.seed,
      selected: facts.standing.flatMap((number, at) => (won.has(rules.options[number - 1]!.id) ? [at] : [])),
      meta: {
        description: rules.title,
        country: facts.place,
        unit: facts.event,
        instance: rules.title,
        currency: rules.currency,
        rule: pabulibRule(rules.rule),
        date_begin: dayOf(facts.openedOn),
        date_end: dayOf(facts.closedOn),
        max_length: rules.method === 'approval' ? `${rules.maxChoices}` : '',
        comment: `#1: Official rule ${rules.rule}, rules ${this.rulesHash}`,
      },
    });
  }
}

/** Pabulib's name of the nearest rule it has a word for. */
function pabulibRule(rule: string): string {
  if (rule === 'greedy_stop_at_first_misfit') return 'greedy-no-skip';
  if (rule === 'greedy_with_threshold') return 'greedy-threshold';
  if (rule.startsWith('greedy')) return rule === 'greedy_votes' ? 'greedy' : 'greedy-custom';
  if (!rule.startsWith('mes_')) return 'unknown';
  return rule.endsWith('_none') ? 'equalshares' : 'equalshares/add1';
}

/** dd.mm.yyyy, as Pabulib writes days. */
const dayOf = (day: string): string => day.split('-').reverse().join('.');
