import { newId } from '#kernel';
import { type Contract, type Operation, type Parameter, bodyOf, operationsOf } from '../contract.js';
import { Dice } from './dice.js';
import { type Answer, Judge } from './judge.js';
import { Lives, nounsOf } from './lives.js';
import { Memory, singular, twoWords } from './memory.js';
import { Mutations } from './mutations.js';
import { Plausible } from './plausible.js';
import { type Shown, type Trick, faultyFields, isSetting, wordBefore } from './trick.js';
import { BAD_HEADERS, BAD_PATHS, BAD_QUERIES, FORGED_CURSORS } from './wrong-requests.js';

export interface Shot {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

export type Send = (shot: Shot, caller: string) => Promise<Answer>;

interface Options {
  seed: number;
  callers: readonly string[];
  otherSlug: string;
  send: Send;
}

/** How often an operation is asked in one pass before the next has its turn. */
const TRIES = 8;
/** How many things of a kind are made in one pass. */
const NEW_ONES = 4;
/** How many steps the things of one kind are led on in one pass. */
const STEPS = 40;
/** Asked about are the newest few of a kind, so that several steps meet the same thing. */
const FEW = 12;
/** Those who hold every role: what one of them began, the other decides. */
const TEAM = ['team', 'colleague'] as const;

/** Asks every operation of the contract, well and badly, and keeps what was wrong with the answers. */
export class Fuzzer {
  readonly faults = new Map<string, string>();
  readonly reached = new Set<string>();
  readonly operations: Operation[];
  requests = 0;
  private readonly dice: Dice;
  private readonly memory = new Memory();
  private readonly foreign = new Memory();
  private readonly plausible: Plausible;
  private readonly mutations: Mutations;
  private readonly judge: Judge;
  /** What was asked of whom in this pass of insisting. */
  private readonly asked = new Set<string>();
  private lives: readonly Lives[] = [];
  private readonly last = new Map<string, string>();

  constructor(
    contract: Contract,
    private slug: string,
    private readonly options: Options,
  ) {
    this.dice = new Dice(options.seed);
    this.plausible = new Plausible(
      contract,
      this.dice,
      this.memory,
      (noun) => this.lives.find((l) => singular(l.noun) === noun)?.variety() ?? [],
    );
    this.mutations = new Mutations(this.dice, this.plausible, this.foreign);
    this.judge = new Judge(contract);
    // A stream of events has no end; its refusals are asked for elsewhere.
    this.operations = operationsOf(contract).filter((o) => !o.path.endsWith('/live'));
    this.turnTo(slug);
  }

  /** From now on everything is asked about this event, of which nothing is known yet. */
  turnTo(slug: string): void {
    this.slug = slug;
    this.memory.forget();
    this.lives = nounsOf(this.operations).map((noun) => new Lives(noun, this.operations, this.dice));
  }

  /** How many of a hundred operations have given what they were asked for. */
  get share(): number {
    return (100 * this.reached.size) / this.operations.length;
  }

  /** Operations that never did, with what they answered last. */
  get unreached(): string[] {
    return this.operations
      .filter((o) => !this.reached.has(o.operationId))
      .map((o) => `${o.method} ${o.path}: ${this.last.get(o.operationId)}`);
  }

  /** The day it is, for days and hours in what is sent. */
  set now(now: Date) {
    this.plausible.now = now;
  }

  /** Tells the fuzzer of something that exists. */
  know(noun: string, id: string): void {
    this.memory.add(noun, id);
  }

  /** Every operation with bodies that are fine, as everyone; makes things and learns their ids. */
  async wellBehaved(rounds: number): Promise<void> {
    for (const operation of this.operations.filter((o) => o.method === 'post' && !o.path.includes('{id}')))
      await this.fire(operation, { caller: this.someone(operation, true), slug: this.options.otherSlug, memory: this.foreign });
    for (let round = 0; round < rounds; round += 1)
      for (const operation of this.operations)
        await this.fire(operation, { caller: this.options.callers[round % this.options.callers.length]! });
  }

  /**
   * Comes back to what has not been reached yet: things are led through their lives by people who may, and operations about nothing in
   * particular are asked again. Meanwhile life goes on: mails are read, jobs run, days pass.
   */
  async insist(passes: number, meanwhile: (pass: number) => Promise<void>): Promise<void> {
    for (let pass = 0; pass < passes; pass += 1) {
      await meanwhile(pass);
      this.asked.clear();
      for (const operation of this.operations.filter((o) => !this.reached.has(o.operationId) || isSetting(o)))
        await this.askAgain(operation);
      for (const lives of this.lives) await this.lead(lives);
    }
  }

  /** Another body, another person, another thing; what a refusal pointed at is left out. */
  private async askAgain(operation: Operation): Promise<Answer | undefined> {
    let without: string[] = [];
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const answer = await this.fire(operation, { caller: this.someone(operation, true), insists: true, without });
      if (answer.status < 300) return answer;
      without = [...without, ...faultyFields(answer)];
    }
  }

  /** New ones are made, the list is looked at, and each is led a few steps on. */
  private async lead(lives: Lives): Promise<void> {
    if (lives.operations.every((o) => this.reached.has(o.operationId))) return;
    for (const operation of this.operations.filter((o) => lives.isMaker(o)))
      for (let i = 0; i < NEW_ONES; i += 1) await this.askAgain(operation);
    for (const operation of this.operations.filter((o) => lives.isLister(o)))
      await this.fire(operation, { caller: this.someone(operation, true), query: '' });
    for (let step = 0; step < STEPS; step += 1) {
      const next = lives.next();
      if (!next) return;
      await this.fire(next.operation, { caller: this.someone(next.operation, true), insists: true, thing: next.id });
    }
  }

  /** Every operation with everything that is wrong. */
  async badlyBehaved(fieldTricks: number): Promise<void> {
    for (const operation of this.operations) {
      const schema = bodyOf(operation);
      if (schema)
        for (const { what, text, body } of this.mutations.of(schema, fieldTricks))
          await this.fire(operation, { payload: text, what, broken: body === undefined || this.judge.violates(operation, body) });
      for (let i = 0; i < 3 && operation.path.includes('{'); i += 1) await this.fire(operation, { spoilPath: true, what: 'bad path' });
      await this.fire(operation, { foreignPath: true, what: 'another event’s id' });
      if (operation.method === 'get')
        for (let i = 0; i < 5; i += 1) await this.fire(operation, { query: this.dice.pick(BAD_QUERIES), what: 'query' });
      if (operation.parameters?.some(({ name }) => name === 'after'))
        for (const query of FORGED_CURSORS) await this.fire(operation, { query, what: 'forged cursor' });
      for (let i = 0; i < 3; i += 1) await this.fire(operation, { headers: this.dice.pick(BAD_HEADERS), what: 'headers' });
    }
  }

  private someone(operation: Operation, allowed: boolean): string {
    const { callers } = this.options;
    if (!allowed) return this.dice.pick(callers);
    const roles = operation['x-roles'] ?? [];
    if (roles.includes('platform admin')) return 'admin';
    return this.dice.pick(roles.includes('anyone') ? [...TEAM, 'nobody'] : TEAM);
  }

  private async fire(operation: Operation, trick: Trick): Promise<Answer> {
    const { what = 'well behaved', headers = {}, memory = this.memory, caller = this.someone(operation, this.dice.chance(0.75)) } = trick;
    const { path, foreign, about } = this.path(operation, { ...trick, caller });
    this.plausible.about(operation.path);
    const query = trick.query ?? this.query(operation, about);
    const schema = bodyOf(operation);
    const payload = trick.payload ?? (schema ? JSON.stringify(this.plausible.of(schema, '', trick.without)) : undefined);
    const shot: Shot = {
      method: operation.method.toUpperCase(),
      url: query ? `${path}?${query}` : path,
      headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), 'idempotency-key': newId(), ...headers },
      ...(payload === undefined ? {} : { payload }),
    };
    this.requests += 1;
    const answer = await this.options.send(shot, caller);
    const line = `${shot.method} ${operation.path} as ${caller}, ${what}`;
    if (trick.insists) this.last.set(operation.operationId, `${answer.status} ${answer.body.slice(0, 200)}`);
    const faults = this.judge.faults(operation, answer, trick.broken ?? false);
    if (foreign && answer.status < 300) faults.push('acted on another event’s thing');
    for (const fault of faults)
      this.note(
        operation,
        fault,
        `${line}: ${fault}\n    ${shot.url.slice(0, 200)} ${JSON.stringify(headers)} ${(payload ?? '').slice(0, 300)}`,
      );
    if (memory === this.memory) this.follow(operation, answer, about);
    if (answer.status < 300) {
      this.reached.add(operation.operationId);
      if (answer.body.startsWith('{')) memory.learn(operation.path, JSON.parse(answer.body), about);
      if (payload && !trick.payload) memory.learn('', JSON.parse(payload));
    }
    return answer;
  }

  /** Tells the lives of things what an answer shows of them. */
  private follow(operation: Operation, { status, body }: Answer, about?: string): void {
    const shown = status < 300 && body.startsWith('{') ? (JSON.parse(body) as Shown) : {};
    for (const lives of this.lives) {
      const isStep = about !== undefined && lives.isStep(operation);
      const seen =
        isStep && shown.id === about ? [shown] : lives.isMaker(operation) ? [shown] : lives.isLister(operation) ? (shown.items ?? []) : [];
      if (isStep && operation.method !== 'get') lives.came(about, operation, status < 300, seen[0]?.state);
      for (const { id, state } of seen) if (id && state) lives.saw(id, state);
    }
  }

  /** One of a kind is enough to mend. */
  private note(operation: Operation, fault: string, text: string): void {
    const key = `${operation.operationId} ${fault.slice(0, 60)}`;
    if (!this.faults.has(key)) this.faults.set(key, text);
  }

  private path(
    operation: Operation,
    { slug = this.slug, spoilPath, foreignPath, memory = this.memory, insists, caller = '', thing }: Trick,
  ): { path: string; foreign: boolean; about?: string } {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
    const spoiled = spoilPath ? this.dice.pick(names) : undefined;
    let foreign = false;
    let about: string | undefined;
    const done: string[] = [];
    for (const part of operation.path.split('/')) {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      const before = done.at(-1) ?? '';
      if (!name) done.push(part);
      else if (name === spoiled) done.push(this.dice.pick(BAD_PATHS));
      else if (name === 'slug') done.push(slug);
      else if (name === 'id' && thing) done.push((about = thing));
      else {
        const nouns =
          name === 'id'
            ? [before]
            : name === 'code'
              ? ['shortCode']
              : [name.replace(/Id$/, ''), ...(about ? [wordBefore(operation, name)] : [])];
        const others =
          foreignPath && operation.path.includes('{slug}')
            ? nouns.flatMap((noun) => this.foreign.of(noun).filter((id) => !this.memory.of(noun).includes(id)))
            : [];
        if (others.length) foreign = true;
        const same = insists && name === 'id' ? this.variety(before, done.join('/')) : [];
        const known = others.length
          ? others
          : same.length
            ? same
            : memory.within(
                about,
                nouns.flatMap((noun) => memory.of(noun)),
              );
        const chosen = insists ? this.unasked(operation, known, caller) : known;
        about = chosen.length ? this.dice.pick(chosen) : (this.parameterValue(operation, name) ?? newId());
        done.push(about);
      }
    }
    return { path: done.join('/'), foreign, about: thing ?? about };
  }

  /** One thing of each situation that is known of this kind; else what this path has shown. */
  private variety(noun: string, path: string): string[] {
    const lives = this.lives.find((l) => l.noun === noun)?.variety() ?? [];
    return lives.length ? lives : this.memory.exactly(twoWords(path));
  }

  /** One that this person has not asked this operation about in this pass, as long as there is one among the newest. */
  private unasked({ operationId }: Operation, ids: string[], caller: string): string[] {
    const newest = ids.slice(-FEW);
    const fresh = newest.filter((id) => !this.asked.has(`${caller} ${operationId} ${id}`));
    if (!fresh.length) return newest;
    const id = this.dice.pick(fresh);
    this.asked.add(`${caller} ${operationId} ${id}`);
    return [id];
  }

  private parameterValue(operation: Operation, name: string): string | undefined {
    const parameter = operation.parameters?.find((p) => p.name === name);
    return parameter?.schema.format === 'uuid' || !parameter ? undefined : String(this.plausible.of(parameter.schema, name));
  }

  private query(operation: Operation, about?: string): string {
    const chosen = (operation.parameters ?? []).filter((p: Parameter) => p.in === 'query' && (p.required || this.dice.chance(0.3)));
    const value = (p: Parameter): unknown => {
      const own = this.memory.exactly(p.name).filter((text) => about && this.memory.isInside(text, about));
      return own.length ? this.dice.pick(own) : this.plausible.of(p.schema, p.name);
    };
    return chosen.map((p) => `${p.name}=${encodeURIComponent(String(value(p)))}`).join('&');
  }
}
