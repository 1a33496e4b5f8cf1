import type { Name } from './contender.js';
import type { Cell, Measured } from './measure.js';

export const HEAD =
  '| scenario | floor /s | reference ÷ floor | product ÷ floor (min–max) | goal | product p50/p99 ms | statements | WAL bytes own (all + page images) | CPU ms (reference) |\n|---|---|---|---|---|---|---|---|---|';

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const mid = (cells: readonly Cell[], pick: (cell: Cell) => number): number => median(cells.map(pick));
const tick = (good: boolean): string => (good ? '✓' : '✗');

/** One line of the table: medians, and the goals that were met. */
export function row(measured: Measured, all: readonly Measured[]): string {
  const { scenario, cells } = measured;
  const ratios = (name: Name): number[] => cells[name].map((cell, i) => cell.perSecond / cells.floor[i]!.perSecond);
  const ours = ratios('product');
  const failed = cells.product.reduce((sum, cell) => sum + cell.failed, 0);
  const of = (pick: (cell: Cell) => number, digits: number): string => mid(cells.product, pick).toFixed(digits);
  return [
    '',
    `${scenario.title}${failed ? ` (${failed} FAILED)` : ''}`,
    mid(cells.floor, (c) => c.perSecond).toFixed(0),
    median(ratios('reference')).toFixed(2),
    `**${median(ours).toFixed(2)}** (${Math.min(...ours).toFixed(2)}–${Math.max(...ours).toFixed(2)})`,
    `${scenario.goal} ${tick(median(ours) >= scenario.goal)}${besides(measured, all)}${besidePeer(measured)}`,
    `${of((c) => c.p50, 1)}/${of((c) => c.p99, 1)}`,
    of((c) => c.statements, 2),
    `${of((c) => c.walBytes, 0)} (${of((c) => c.walOfAll, 0)} + ${of((c) => c.walImages, 0)})`,
    `${of((c) => c.cpuMs, 3)} (${mid(cells.reference, (c) => c.cpuMs).toFixed(3)})`,
    '',
  ]
    .join(' | ')
    .trim();
}

/** How often the product does what a peer does once, where one runs. */
function besidePeer({ scenario: { peer }, cells }: Measured): string {
  if (!peer) return '';
  return `, ${median(cells.peer.map((cell, i) => cells.product[i]!.perSecond / cell.perSecond)).toFixed(1)} × ${peer}`;
}

/** How a scenario stands to the other one it is held against, where that was measured too. */
function besides({ scenario: { against }, cells }: Measured, all: readonly Measured[]): string {
  const other = against && all.find(({ scenario }) => scenario.name === against.scenario)?.cells.product;
  if (!other) return '';
  const share = mid(cells.product, (c) => c.perSecond) / mid(other, (c) => c.perSecond);
  const slower = mid(cells.product, (c) => c.p99) / mid(other, (c) => c.p99);
  return `, ${share.toFixed(2)} of \`${against.scenario}\` (≥ ${against.throughput}) ${tick(share >= against.throughput)}, p99 ${slower.toFixed(1)} × (≤ ${against.p99}) ${tick(slower <= against.p99)}`;
}
