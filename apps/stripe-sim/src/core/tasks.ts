import type { Table } from './store.js';

/** Something that happens when the clock reaches `at` (epoch milliseconds): data, so that it can be written down. */
export interface Task {
  id: string;
  at: number;
  /** At the same moment, the lower rank runs first. */
  rank: number;
  kind: string;
  about: string;
}

const earlier = (a: Task, b: Task): boolean =>
  a.at !== b.at ? a.at < b.at : a.rank !== b.rank ? a.rank < b.rank : Number(a.id) < Number(b.id);

/** What is due when, as a binary heap; the table behind it is what a restart reads. */
export class Tasks {
  private readonly heap: Task[] = [];
  private counter = 0;
  /** Called when something earlier than all the rest was added. */
  onEarlier: (() => void) | undefined;

  constructor(private readonly table: Table<Task>) {}

  /** Rebuilds the heap from the table. */
  load(): void {
    this.heap.length = 0;
    for (const task of this.table.rows) {
      this.counter = Math.max(this.counter, Number(task.id));
      this.push(task);
    }
  }

  add(at: number, kind: string, about: string, rank = 5): void {
    const task: Task = { id: String(++this.counter), at, rank, kind, about };
    this.table.save(task);
    this.push(task);
    if (this.heap[0] === task) this.onEarlier?.();
  }

  /** Drops what was planned of this kind about this object. */
  drop(kind: string, about: string): void {
    const doomed = this.heap.filter((t) => t.kind === kind && t.about === about);
    if (doomed.length === 0) return;
    const keep = this.heap.filter((t) => !doomed.includes(t));
    this.heap.length = 0;
    keep.forEach((t) => this.push(t));
    doomed.forEach((t) => this.table.remove(t.id));
  }

  nextAt(): number | undefined {
    // a task whose row is gone was planned by something that was refused after all
    while (this.heap[0] && !this.table.get(this.heap[0].id)) this.pop();
    return this.heap[0]?.at;
  }

  /** Takes the earliest task due by `until`. */
  take(until: number): Task | undefined {
    if ((this.nextAt() ?? Infinity) > until) return undefined;
    const first = this.pop();
    this.table.remove(first.id);
    return first;
  }

  planned(kind: string): boolean {
    return this.heap.some((t) => t.kind === kind);
  }

  list(): Task[] {
    return [...this.table.rows].sort((a, b) => (earlier(a, b) ? -1 : 1));
  }

  private pop(): Task {
    const first = this.heap[0]!;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private push(task: Task): void {
    let i = this.heap.push(task) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!earlier(this.heap[i]!, this.heap[parent]!)) return;
      [this.heap[i], this.heap[parent]] = [this.heap[parent]!, this.heap[i]!];
      i = parent;
    }
  }

  private sink(start: number): void {
    for (let i = start; ;) {
      const left = 2 * i + 1;
      if (left >= this.heap.length) return;
      const right = left + 1;
      const child = right < this.heap.length && earlier(this.heap[right]!, this.heap[left]!) ? right : left;
      if (!earlier(this.heap[child]!, this.heap[i]!)) return;
      [this.heap[i], this.heap[child]] = [this.heap[child]!, this.heap[i]!];
      i = child;
    }
  }
}
