import type { Operation } from '../contract.js';
import type { Dice } from './dice.js';

/** So often is something tried with things in one situation before it counts as impossible there. */
const ENOUGH = 6;

/** One thing of the product as its answers show it: its state, and what was done with it last. */
interface Life {
  id: string;
  situation: string;
}

/**
 * The lives of one kind of thing. Nobody tells it which steps follow one another: it tries, with things in each situation, what has been
 * tried least there, and takes known steps again where they lead to situations of which little is known.
 */
export class Lives {
  readonly operations: readonly Operation[];
  private readonly lives = new Map<string, Life>();
  private readonly tries = new Map<string, number>();
  private readonly leadsTo = new Map<string, string>();

  constructor(
    readonly noun: string,
    all: readonly Operation[],
    private readonly dice: Dice,
  ) {
    this.operations = all.filter((o) => this.isStep(o) && o.method !== 'get');
  }

  /** Where new ones come from. */
  isMaker({ method, path }: Operation): boolean {
    return method === 'post' && path.endsWith(`/${this.noun}`);
  }

  /** What lists them. */
  isLister({ method, path }: Operation): boolean {
    return method === 'get' && path.endsWith(`/${this.noun}`);
  }

  /** What is done with one of them. */
  isStep({ path }: Operation): boolean {
    return path.includes(`/${this.noun}/{id}`);
  }

  /** A thing and what to do with it next; undefined when enough was tried of everything. */
  next(): { id: string; operation: Operation } | undefined {
    const moves = [...this.lives.values()].flatMap(({ id, situation }) =>
      this.operations.map((operation) => ({ id, operation, known: this.knownOf(situation, operation) })),
    );
    const least = Math.min(...moves.map(({ known }) => known));
    return least < ENOUGH ? this.dice.pick(moves.filter(({ known }) => known === least)) : undefined;
  }

  /** What came of doing this with that thing; `state` where the answer shows one. */
  came(id: string, operation: Operation, isDone: boolean, state?: string): void {
    const life = this.lives.get(id);
    if (!life) return;
    const step = stepOf(life.situation, operation);
    const before = stateIn(life.situation);
    for (const tried of [step, stepOf(before, operation)]) this.tries.set(tried, (this.tries.get(tried) ?? 0) + 1);
    if (!isDone) return;
    life.situation = `${state ?? before}|${operation.operationId}`;
    this.leadsTo.set(step, life.situation);
    this.leadsTo.set(stepOf(before, operation), life.situation);
  }

  /** An answer showed one in this state. */
  saw(id: string, state: string): void {
    const before = this.lives.get(id);
    if (before && stateIn(before.situation) === state) return;
    this.lives.delete(id);
    this.lives.set(id, { id, situation: `${state}|` });
    if (this.lives.size > 24) this.lives.delete(this.lives.keys().next().value!);
  }

  /** The newest thing of each situation. */
  variety(): string[] {
    return [...new Map([...this.lives.values()].map(({ id, situation }) => [situation, id])).values()];
  }

  /** How much is known of taking a step: how often it was tried in vain, or what is known least where it leads. */
  private knownOf(situation: string, operation: Operation): number {
    const there = this.endOf(situation, operation);
    if (there === undefined) return this.triesOf(situation, operation);
    if (stateIn(there) === stateIn(situation)) return there === situation ? ENOUGH : 1 + this.triesOf(situation, operation);
    return 1 + Math.min(ENOUGH, ...this.operations.filter((o) => !this.endOf(there, o)).map((o) => this.triesOf(there, o)));
  }

  /** Where a step is known to lead, from just here or from this state in general. */
  private endOf(situation: string, operation: Operation): string | undefined {
    return this.leadsTo.get(stepOf(situation, operation)) ?? this.leadsTo.get(stepOf(stateIn(situation), operation));
  }

  /** Tries in this very situation count fully, those in the same state otherwise a little. */
  private triesOf(situation: string, operation: Operation): number {
    const inState = this.tries.get(stepOf(stateIn(situation), operation)) ?? 0;
    return (this.tries.get(stepOf(situation, operation)) ?? 0) + inState / 4;
  }
}

const stateIn = (situation: string): string => situation.split('|')[0]!;
const stepOf = (situation: string, { operationId }: Operation): string => `${situation} ${operationId}`;

/** The kinds of things that the contract's paths speak of: what stands before an `{id}`. */
export const nounsOf = (operations: readonly Operation[]): string[] => [
  ...new Set(operations.flatMap(({ path }) => /\/([a-z-]+)\/\{id\}/.exec(path)?.[1] ?? [])),
];
