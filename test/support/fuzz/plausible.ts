import { newId } from '#kernel';
import { type Contract, type ContractSchema, nameOf } from '../contract.js';
import type { Dice } from './dice.js';
import { type Memory, singular } from './memory.js';

/** Texts that fit the patterns of the contract; the first that fits is taken. */
const TEXTS = ['10:30', 'fuzz', 'Expenses:Venue', 'a'.repeat(32), 'a'.repeat(64), '/sparks?sort=newest'];
const DAY_MS = 86_400_000;
/** A password that nobody thinks weak; the same for everybody, so that whoever signed up can sign in. */
const PASSWORD = 'four plausible words';
const CSV = 'date,amount,text\n2026-04-28,12.50,A transfer\n2026-04-29,-3.00,Stamps\n';

/** Bodies whose fields must agree with one another. */
const AGREEING: Record<string, object> = {
  MappingBody: { separator: ',', decimalMark: '.', dateForm: 'yyyy-MM-dd', skipRows: 0, date: 'date', amount: 'amount', text: ['text'] },
  EntryBody: {
    on: '2026-04-30',
    text: 'Bought stamps',
    lines: [
      { account: 'Expenses:Other', debit: 100 },
      { account: 'Assets:Bank:Main', credit: 100 },
    ],
  },
};

/** Texts that only an answer can have told. */
const TOLD = /^(link|receipt|token|after|code|previewHash)$/;

/** Makes values that the contract accepts, with ids that exist where some are known. */
export class Plausible {
  now = new Date('2026-05-01T09:00:00Z');
  private count = 0;
  private words: string[] = [];
  /** How many of ten fields that may be left out are sent. */
  private generosity = 4;

  constructor(
    private readonly contract: Contract,
    private readonly dice: Dice,
    private readonly memory: Memory,
    /** One thing of each situation, of those kinds whose lives are followed. */
    private readonly variety: (noun: string) => readonly string[] = () => [],
  ) {}

  /** Says which operation the next body is for: a link that confirms an address does not reset a password. */
  about(path: string): void {
    this.words = path.split('/').filter((part) => /^[a-z-]+$/.test(part));
    this.generosity = this.dice.pick([0, 2, 4, 8]);
  }

  of(given: ContractSchema, name = '', without: readonly string[] = []): unknown {
    const agreeing = given.$ref && AGREEING[nameOf(given.$ref)];
    if (agreeing && this.dice.chance(0.8)) return structuredClone(agreeing);
    const schema = this.resolve(given);
    const type = [schema.type ?? 'object'].flat().find((t) => t !== 'null');
    if (schema.enum) return schema.enum.includes('GBP') ? 'GBP' : this.dice.pick(schema.enum);
    if (type === 'string') return this.text(schema, name);
    if (type === 'integer' || type === 'number') return this.number(schema, name);
    if (type === 'boolean') return this.dice.chance(0.5);
    if (type === 'array') return this.list(schema, name);
    const { properties = {}, required = [] } = schema;
    const chosen = Object.entries(properties).filter(
      ([key]) => required.includes(key) || (!without.includes(key) && this.dice.chance(this.generosity / 10)),
    );
    return Object.fromEntries(chosen.map(([key, part]) => [key, this.of(part, key)]));
  }

  resolve(schema: ContractSchema): ContractSchema {
    if (schema.allOf) return this.resolve(schema.allOf[0]!);
    return schema.$ref ? this.contract.components.schemas[nameOf(schema.$ref)]! : schema;
  }

  /** An id of the thing a name speaks of, or one that names nothing. */
  id(name: string): string {
    const noun = /^(assignee|person|owner)/.test(name) ? 'account' : name.replace(/Ids?$/, '');
    const ownKind = this.words.map(singular).at(-2) ?? '';
    const known = [this.variety(noun), this.memory.of(noun), this.memory.of(ownKind)].find((ids) => ids.length);
    return known ? this.dice.pick(known) : newId();
  }

  private list(schema: ContractSchema, name: string): unknown[] {
    const { minItems = 0, maxItems = 1 } = schema;
    const length = Math.max(minItems, Math.min(maxItems, this.dice.pick([1, 1, 2])));
    const items = Array.from({ length }, () => this.of(schema.items!, name));
    return schema.items!.format === 'uuid' ? [...new Set(items)] : items;
  }

  private number({ minimum = 0, maximum = 100 }: ContractSchema, name: string): number {
    const liked = /year/i.test(name) ? this.dice.pick([2026, 2027]) : name === 'version' ? 1 : this.dice.pick([1, 2, 15, 100, 2_000]);
    return Math.min(maximum, Math.max(minimum, liked));
  }

  private text(schema: ContractSchema, name: string): string {
    this.count += 1;
    const { minLength = 0, maxLength = 200, pattern, format } = schema;
    if (format === 'uuid') return this.id(name);
    if (format === 'email') return this.email();
    if (/^(password|current|next)$/.test(name)) return PASSWORD;
    if (format === 'uri') return `https://example.org/${this.count}`;
    if (format === 'base64') return Buffer.from(CSV).toString('base64');
    if (name === 'slug' || name === 'hashtag') return `fuzz${this.count}x${Math.floor(this.dice.roll() * 1e9)}`.slice(0, 30);
    const told = TOLD.test(name) ? this.told(name) : [];
    const remembered = told.filter((text) => text.length >= minLength && text.length <= maxLength);
    if (remembered.length && this.dice.chance(0.8)) return this.dice.pick(remembered);
    if (name === 'timeZone') return 'Europe/London';
    if (name === 'csv') return CSV;
    const sentence = `A plausible ${name} number ${this.count} of quite some length `;
    const text = sentence
      .padEnd(minLength, 'and more ')
      .slice(0, Math.min(maxLength, Math.max(minLength, 60)))
      .trim()
      .padEnd(minLength, '.');
    if (!pattern) return text;
    const fits = (candidate: string): boolean => new RegExp(pattern, 'u').test(candidate);
    return [...(fits(text) ? [text] : []), ...this.dates(name), ...TEXTS].find(fits) ?? `no text for ${pattern}`;
  }

  /** One that nobody has had yet, or one that was sent before. */
  private email(): string {
    const known = this.memory.exactly('email');
    return known.length && this.dice.chance(0.5) ? this.dice.pick(known) : `fuzz${this.count}@example.org`;
  }

  /** What answers and mails told under this name; the secrets of mails by what they are for. */
  private told(name: string): string[] {
    const pages = [this.words.slice(-2).join(''), ...this.words.map(singular)];
    const sent = pages.map((page) => this.memory.exactly(`${page}${name}`)).find((found) => found.length);
    return sent ?? this.memory.of(name === 'after' ? 'next' : name);
  }

  /** A day, a clock time and an instant: a vote opens tomorrow, what has an end ends in three weeks, the rest was yesterday. */
  private dates(name: string): string[] {
    const days = /^(starts|ends|closes|due|deadline)/.test(name) ? 20 : /^opens/.test(name) ? 1 : -1;
    const day = new Date(this.now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
    const hour = /^(ends|closes)/.test(name) ? '14:30' : '10:30';
    return [day, `${day}T22:00`, `${day}T${hour}:00Z`, hour];
  }
}
