import { newId } from '#kernel';
import { type Contract, type ContractSchema, nameOf } from '../contract.js';
import type { Dice } from './dice.js';
import type { Memory } from './memory.js';

/** Texts that fit the patterns of the contract; the first that fits is taken. */
const TEXTS = ['2026-04-30', '2026-05-20T22:00', '2026-05-20T10:00:00Z', '10:30', 'fuzz', 'Expenses:Venue', 'a'.repeat(32), 'a'.repeat(64)];
const LATER = ['2026-05-21', '2026-05-21T22:00', '2026-05-20T14:00:00Z', '12:30'];
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
  private count = 0;

  constructor(
    private readonly contract: Contract,
    private readonly dice: Dice,
    private readonly memory: Memory,
  ) {}

  of(given: ContractSchema, name = ''): unknown {
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
    const chosen = Object.entries(properties).filter(([key]) => required.includes(key) || this.dice.chance(0.4));
    return Object.fromEntries(chosen.map(([key, part]) => [key, this.of(part, key)]));
  }

  resolve(schema: ContractSchema): ContractSchema {
    if (schema.allOf) return this.resolve(schema.allOf[0]!);
    return schema.$ref ? this.contract.components.schemas[nameOf(schema.$ref)]! : schema;
  }

  /** An id of the thing a name speaks of, or one that names nothing. */
  id(name: string): string {
    const noun = /^(assignee|person|owner)/.test(name) ? 'account' : name.replace(/Ids?$/, '');
    const known = this.memory.of(noun);
    return known.length ? this.dice.pick(known) : newId();
  }

  private list(schema: ContractSchema, name: string): unknown[] {
    const { minItems = 0, maxItems = 1 } = schema;
    const length = Math.max(minItems, Math.min(maxItems, this.dice.pick([1, 1, 2])));
    const items = Array.from({ length }, () => this.of(schema.items!, name));
    return schema.items!.format === 'uuid' ? [...new Set(items)] : items;
  }

  private number({ minimum = 0, maximum = 100 }: ContractSchema, name: string): number {
    const liked = /year/i.test(name) ? 2026 : name === 'version' ? 1 : this.dice.pick([1, 2, 15, 100, 2_000]);
    return Math.min(maximum, Math.max(minimum, liked));
  }

  private text(schema: ContractSchema, name: string): string {
    this.count += 1;
    const { minLength = 0, maxLength = 200, pattern, format } = schema;
    if (format === 'uuid') return this.id(name);
    if (format === 'email') return `fuzz${this.count}@example.org`;
    if (format === 'uri') return `https://example.org/${this.count}`;
    if (format === 'base64') return Buffer.from(CSV).toString('base64');
    if (name === 'slug' || name === 'hashtag') return `fuzz${this.count}x${Math.floor(this.dice.roll() * 1e9)}`.slice(0, 30);
    const told = TOLD.test(name) ? this.memory.of(name === 'after' ? 'next' : name) : [];
    const remembered = told.filter((text) => text.length >= minLength && text.length <= maxLength);
    if (remembered.length && this.dice.chance(0.8)) return this.dice.pick(remembered);
    if (name === 'timeZone') return 'Europe/London';
    if (name === 'csv') return CSV;
    if (name === 'opensAt') return '2026-05-02T10:00:00Z';
    const sentence = `A plausible ${name} number ${this.count} of quite some length `;
    const text = sentence
      .padEnd(minLength, 'and more ')
      .slice(0, Math.min(maxLength, Math.max(minLength, 60)))
      .trim()
      .padEnd(minLength, '.');
    if (!pattern) return text;
    const fits = (candidate: string): boolean => new RegExp(pattern, 'u').test(candidate);
    return (
      [...(/^(ends|closes|due)/.test(name) ? LATER : []), ...(fits(text) ? [text] : []), ...TEXTS].find(fits) ?? `no text for ${pattern}`
    );
  }
}
