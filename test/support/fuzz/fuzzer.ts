import { newId } from '#kernel';
import { type Contract, type Operation, type Parameter, bodyOf, operationsOf } from '../contract.js';
import { Dice } from './dice.js';
import { type Answer, Judge } from './judge.js';
import { Memory } from './memory.js';
import { Mutations } from './mutations.js';
import { Plausible } from './plausible.js';

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
  slug: string;
  otherSlug: string;
  send: Send;
}

/** Path values that name nothing, and some that try more. */
const BAD_PATHS = [
  'not-a-uuid',
  '%00',
  '%ff%fe',
  '..%2f..%2fetc',
  '0',
  'x'.repeat(150),
  '%F0%9F%8E%89',
  '{id}',
  "1'--",
  '00000000-0000-0000-0000-000000000000',
];
/** Query strings that break bounds, repeat or flood. */
const BAD_QUERIES = [
  'limit=-1', 'limit=0', 'limit=abc', 'limit=1e9', 'limit=1.5', 'limit=', 'limit=101', 'limit=1&limit=2', 'limit[]=1', 'limit[a]=1',
  'after=nonsense', 'after=%00', 'after=', `after=${'x'.repeat(600)}`, 'after=W251bGwsbnVsbF0', 'after=eyJhIjoxfQ', 'after=a&after=b',
  'sort=sideways', 'state=none', 'unknown=1', '__proto__[a]=1', 'constructor=1', '%ff=%fe', 'link=short', 'asOf=2026-02-31', 'amount=1e308',
  Array.from({ length: 60 }, (_, i) => `p${i}=1`).join('&'),
]; // prettier-ignore
/** Headers that a client may get wrong. */
const BAD_HEADERS: Record<string, string>[] = [
  { 'idempotency-key': 'short' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k'.repeat(300) },
  { 'idempotency-key': 'with blanks in it' },
  { 'idempotency-key': 'schlüssel-schlüssel' },
  { authorization: 'Bearer nonsense' },
  { authorization: 'Bearer' },
  { authorization: 'Basic dTpw' },
  { cookie: 'wgt_session=nonsense; wgt_session=%00', origin: 'null' },
  { cookie: '__Host-wgt_session=%E0%A4%A', 'sec-fetch-site': 'same-origin' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'content-type': 'nonsense' },
  { 'content-encoding': 'gzip' },
  { accept: 'image/png', 'accept-language': 'tlh' },
  { 'x-http-method-override': 'DELETE' },
];

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

  constructor(
    contract: Contract,
    private readonly options: Options,
  ) {
    this.dice = new Dice(options.seed);
    this.plausible = new Plausible(contract, this.dice, this.memory);
    this.mutations = new Mutations(this.dice, this.plausible, this.foreign);
    this.judge = new Judge(contract);
    // A stream of events has no end; its refusals are asked for elsewhere.
    this.operations = operationsOf(contract).filter((o) => !o.path.endsWith('/live'));
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
      for (let i = 0; i < 3; i += 1) await this.fire(operation, { headers: this.dice.pick(BAD_HEADERS), what: 'headers' });
    }
  }

  private someone(operation: Operation, allowed: boolean): string {
    const { callers } = this.options;
    if (!allowed) return this.dice.pick(callers);
    return operation['x-roles']?.includes('platform admin') ? 'admin' : 'team';
  }

  private async fire(operation: Operation, trick: Trick): Promise<void> {
    const { what = 'well behaved', headers = {}, memory = this.memory, caller = this.someone(operation, this.dice.chance(0.75)) } = trick;
    const { path, foreign } = this.path(operation, trick);
    const query = trick.query ?? this.query(operation);
    const schema = bodyOf(operation);
    const payload = trick.payload ?? (schema ? JSON.stringify(this.plausible.of(schema)) : undefined);
    const shot: Shot = {
      method: operation.method.toUpperCase(),
      url: query ? `${path}?${query}` : path,
      headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), 'idempotency-key': newId(), ...headers },
      ...(payload === undefined ? {} : { payload }),
    };
    this.requests += 1;
    const answer = await this.options.send(shot, caller);
    const line = `${shot.method} ${operation.path} as ${caller}, ${what}`;
    const faults = this.judge.faults(operation, answer, trick.broken ?? false);
    if (foreign && answer.status < 300) faults.push('acted on another event’s thing');
    for (const fault of faults)
      this.note(
        operation,
        fault,
        `${line}: ${fault}\n    ${shot.url.slice(0, 200)} ${JSON.stringify(headers)} ${(payload ?? '').slice(0, 300)}`,
      );
    if (answer.status < 300) {
      this.reached.add(operation.operationId);
      if (answer.body.startsWith('{')) memory.learn(operation.path, JSON.parse(answer.body));
    }
  }

  /** One of a kind is enough to mend. */
  private note(operation: Operation, fault: string, text: string): void {
    const key = `${operation.operationId} ${fault.slice(0, 60)}`;
    if (!this.faults.has(key)) this.faults.set(key, text);
  }

  private path(
    operation: Operation,
    { slug = this.options.slug, spoilPath, foreignPath, memory = this.memory }: Trick,
  ): { path: string; foreign: boolean } {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
    const spoiled = spoilPath ? this.dice.pick(names) : undefined;
    let foreign = false;
    let before = '';
    const parts = operation.path.split('/').map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (!name) return (before = part);
      if (name === spoiled) return this.dice.pick(BAD_PATHS);
      if (name === 'slug') return slug;
      const noun = name === 'id' ? before : name.replace(/Id$/, '');
      const others =
        foreignPath && operation.path.includes('{slug}') ? this.foreign.of(noun).filter((id) => !this.memory.of(noun).includes(id)) : [];
      if (others.length) {
        foreign = true;
        return this.dice.pick(others);
      }
      const known = memory.of(noun === 'code' ? 'shortCode' : noun);
      return known.length ? this.dice.pick(known) : (this.parameterValue(operation, name) ?? newId());
    });
    return { path: parts.join('/'), foreign };
  }

  private parameterValue(operation: Operation, name: string): string | undefined {
    const parameter = operation.parameters?.find((p) => p.name === name);
    return parameter?.schema.format === 'uuid' || !parameter ? undefined : String(this.plausible.of(parameter.schema, name));
  }

  private query(operation: Operation): string {
    const chosen = (operation.parameters ?? []).filter((p: Parameter) => p.in === 'query' && (p.required || this.dice.chance(0.3)));
    return chosen.map((p) => `${p.name}=${encodeURIComponent(String(this.plausible.of(p.schema, p.name)))}`).join('&');
  }
}

interface Trick {
  what?: string;
  caller?: string;
  slug?: string;
  memory?: Memory;
  payload?: string;
  /** What is sent breaks the contract: it must not be accepted. */
  broken?: boolean;
  query?: string;
  headers?: Record<string, string>;
  spoilPath?: boolean;
  foreignPath?: boolean;
}
