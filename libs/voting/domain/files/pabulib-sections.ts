import { parse } from 'csv-parse/sync';
import { FileFault } from './file-fault.js';

export const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** One record of a section and the line it starts on. */
export interface PabulibRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits a .pb text into the records of its three sections; refuses doubled, missing and misplaced ones. */
export function splitSections(text: string): Record<SectionName, PabulibRow[]> {
  const found = new Map<SectionName, PabulibRow[]>();
  let current: PabulibRow[] | null = null;
  for (const row of records(text)) {
    const section = sectionOf(row.cells);
    if (section) {
      if (found.has(section)) throw new FileFault('duplicate-section', row.line, section);
      current = [];
      found.set(section, current);
    } else if (current) current.push(row);
    else throw new FileFault('content-before-section', row.line, 'file', row.cells.join(';'));
  }
  for (const name of SECTIONS) if (!found.has(name)) throw new FileFault('missing-section', 0, name);
  return Object.fromEntries(found) as Record<SectionName, PabulibRow[]>;
}

function sectionOf(cells: readonly string[]): SectionName | null {
  const first = cells[0] ?? '';
  if (first.length > 12 || (cells.length > 1 && cells.some((cell, at) => at > 0 && cell !== ''))) return null;
  const name = first.trim().toUpperCase();
  return SECTIONS.find((section) => section === name) ?? null;
}

/** Lines without a quote are split here, because a vote has a hundred thousand of them; the others go through the CSV parser. */
function* records(text: string): Generator<PabulibRow> {
  let at = 0;
  let line = 0;
  while (at < text.length) {
    let end = lineEnd(text, at);
    line += 1;
    const start = line;
    let record = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (!record.includes('"')) {
      if (record.trim() !== '') yield { line: start, cells: record.split(';') };
      continue;
    }
    while (quoteIsOpen(record)) {
      if (at >= text.length) throw new FileFault('bad-quoting', start, 'record', record);
      end = lineEnd(text, at);
      line += 1;
      record += `\n${text.slice(at, end).replace(/\r$/, '')}`;
      at = end + 1;
    }
    yield { line: start, cells: quotedCells(record, start) };
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** True when the record ends inside a quoted cell; a quote opens a cell only as its first character, a doubled one stays inside. */
function quoteIsOpen(record: string): boolean {
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  for (const char of record) {
    if (state === 'quoted') state = char === '"' ? 'closed' : 'quoted';
    else if (char === '"' && state !== 'plain') state = 'quoted';
    else state = char === ';' ? 'start' : 'plain';
  }
  return state === 'quoted';
}

function quotedCells(record: string, line: number): string[] {
  try {
    const rows = parse(record, { delimiter: ';', relax_quotes: true, relax_column_count: true, record_delimiter: '\u0000' });
    return rows[0] ?? [''];
  } catch {
    throw new FileFault('bad-quoting', line, 'record', record);
  }
}
