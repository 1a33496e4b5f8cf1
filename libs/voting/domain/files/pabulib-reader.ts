import { parseDecimal, unitsAt } from '../arithmetic/decimal.js';
import type { Decimal } from '../arithmetic/decimal.js';
import type { BudgetInstance, Project, VoteType } from '../instance.js';
import { VOTE_TYPES } from '../instance.js';
import { decodeUtf8, FileFault } from './file-fault.js';
import type { PabulibRow } from './pabulib-sections.js';
import { splitSections } from './pabulib-sections.js';
import { checkWidth, table } from './pabulib-table.js';
import { readVotes } from './pabulib-votes.js';

/**
 * Reads a Pabulib .pb file strictly and exactly. Throws FileFault with one of the published codes.
 * Accepts a byte order mark, CRLF, blank lines and a decimal comma, none of which are ever written.
 */
export function readPabulib(source: Uint8Array | string): BudgetInstance {
  const sections = splitSections(decodeUtf8(source));
  const meta = readMeta(sections.META);
  const voteType = voteTypeOf(meta);
  const budget = amount(meta['budget'] ?? '');
  if (!budget) throw new FileFault('bad-budget', lineOf(sections.META, 'budget'), 'META budget', meta['budget']);
  const rows = readProjects(sections.PROJECTS);
  const decimals = Math.max(budget.places, ...rows.map((row) => row.cost.places));
  const projects = rows.map(({ cost, ...rest }): Project => ({ ...rest, cost: unitsAt(cost, decimals) }));
  const votes = readVotes(
    sections.VOTES,
    projects.map((project) => project.id),
    voteType,
  );
  const maxLength = Number(meta['max_length']);
  return {
    kind: 'budget',
    voteType,
    budget: unitsAt(budget, decimals),
    decimals,
    projects,
    ...votes,
    ...(Number.isInteger(maxLength) && maxLength > 0 ? { maxLength } : {}),
    meta,
  };
}

function readMeta(rows: readonly PabulibRow[]): Record<string, string> {
  const entries = rows.map(({ cells }) => [(cells[0] ?? '').trim(), cells.slice(1).join(';').trim()] as const);
  return Object.fromEntries(entries.filter(([key], at) => !(at === 0 && key === 'key')));
}

function voteTypeOf(meta: Readonly<Record<string, string>>): VoteType {
  const stated = meta['vote_type'] ?? '';
  if (stated === '') throw new FileFault('missing-meta', 0, 'META vote_type');
  const known = VOTE_TYPES.find((type) => type === stated.toLowerCase());
  if (!known) throw new FileFault('bad-vote-type', 0, 'META vote_type', stated);
  return known;
}

function readProjects(rows: readonly PabulibRow[]) {
  const { header, rows: body } = table(rows, 'PROJECTS', ['project_id', 'cost']);
  const seen = new Set<string>();
  return body.map((row) => {
    checkWidth(row, header.length, 'PROJECTS');
    const details = Object.fromEntries(header.map((name, at) => [name, (row.cells[at] ?? '').trim()]));
    const { project_id: id = '', cost: written = '', name = '', ...others } = details;
    const cost = amount(written);
    if (!cost) throw new FileFault('bad-cost', row.line, `PROJECTS ${id}`, written);
    if (seen.has(id)) throw new FileFault('duplicate-project', row.line, 'PROJECTS', id);
    seen.add(id);
    return { id, name, cost, details: others };
  });
}

function amount(text: string): Decimal | null {
  const value = parseDecimal(text);
  return value && value.units >= 0n ? value : null;
}

function lineOf(rows: readonly PabulibRow[], key: string): number {
  return rows.find((row) => (row.cells[0] ?? '').trim() === key)?.line ?? 0;
}
