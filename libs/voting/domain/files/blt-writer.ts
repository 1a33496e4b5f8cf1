import type { RankedInstance } from '../instance.js';

/** A BLT file for STV programs. A ballot ends at its first shared rank, as in our own count; ballots without a first preference are left out. */
export function writeBlt(instance: RankedInstance, seats: number, title: string): string {
  const orders = new Map<string, number>();
  for (const { ranks, count } of instance.ballots) {
    const tie = ranks.findIndex((group) => group.length > 1);
    const order = (tie === -1 ? ranks : ranks.slice(0, tie)).map((group) => (group[0] ?? 0) + 1).join(' ');
    if (order !== '') orders.set(order, (orders.get(order) ?? 0) + count);
  }
  const lines = [...orders].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([order, count]) => `${count} ${order} 0`);
  const quoted = [...instance.candidates, title].map((text) => `"${text.replace(/\s+/g, ' ').replaceAll('"', "'")}"`);
  return `${[`${instance.candidates.length} ${seats}`, ...lines, '0', ...quoted].join('\n')}\n`;
}
