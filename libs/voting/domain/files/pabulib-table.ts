import { FileFault } from './file-fault.js';
import type { PabulibRow } from './pabulib-sections.js';

/** Cells of a section by column name; refuses a missing column or a row of another width. */
export function table(
  rows: readonly PabulibRow[],
  section: string,
  required: readonly string[],
): { header: string[]; rows: readonly PabulibRow[] } {
  const header = (rows[0]?.cells ?? []).map((cell) => cell.trim());
  for (const name of required) if (!header.includes(name)) throw new FileFault('missing-column', rows[0]?.line ?? 0, section, name);
  return { header, rows: rows.slice(1) };
}

/** Refuses a row that has more or fewer cells than the header. */
export function checkWidth(row: PabulibRow, width: number, section: string): void {
  if (row.cells.length !== width) throw new FileFault('column-count', row.line, section, row.cells.join(';'));
}
