/** Where "now" comes from: the machine, a time that stands still, or a clock handed in by the host process. */
export type ClockSource = 'real' | 'frozen' | { now(): number };

/** The one clock of the simulator, in epoch milliseconds. A real clock can be set ahead and goes on ticking from there. */
export class SimClock {
  private offset = 0;
  private stopped: number | undefined;
  /** While something due is run: the moment it was due at, whatever the clock says. */
  pinned: number | undefined;
  private readonly base: () => number;

  constructor(source: ClockSource, startAt?: number) {
    this.base = typeof source === 'object' ? () => source.now() : () => Date.now();
    if (source === 'frozen') this.stopped = startAt ?? this.base();
    else if (startAt !== undefined) this.offset = startAt - this.base();
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.pinned ?? this.stopped ?? Math.floor(this.base() + this.offset);
  }

  /** Epoch seconds, as Stripe writes times. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  get frozen(): boolean {
    return this.stopped !== undefined;
  }

  /** What a restart needs to go on: the frozen time, or how far the clock was set ahead. */
  state(): { offset: number; stopped: number | null } {
    return { offset: this.offset, stopped: this.stopped ?? null };
  }

  restore(state: { offset: number; stopped: number | null }): void {
    this.offset = state.offset;
    this.stopped = state.stopped ?? undefined;
  }

  freeze(at = this.now()): void {
    this.stopped = at;
  }

  /** Lets the clock tick again from where it stands. */
  thaw(): void {
    if (this.stopped === undefined) return;
    this.offset = this.stopped - this.base();
    this.stopped = undefined;
  }

  /** Sets the time without running anything due; a ticking clock goes on ticking from there. */
  set(at: number): void {
    if (this.stopped !== undefined) this.stopped = at;
    else this.offset = at - this.base();
  }
}
