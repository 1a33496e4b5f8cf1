import { setTimeout as wait } from 'node:timers/promises';

interface Limits {
  perSecond: number;
  inFlight: number;
}

/**
 * Keeps our calls below the processor's limits: a token bucket, and a bound on how many are under way. This is about
 * the wire, so it runs on the machine's own clock, not on the product's.
 */
export class Throttle {
  private tokens: number;
  private filledAt = performance.now();
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: Limits) {
    this.tokens = limits.perSecond;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      await this.token();
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.limits.inFlight) {
      this.running += 1;
      return;
    }
    await new Promise<void>((go) => this.queue.push(go));
  }

  /** Whoever waits takes over the place, so that the number under way never dips or overshoots. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.running -= 1;
  }

  private async token(): Promise<void> {
    const { perSecond } = this.limits;
    for (;;) {
      const now = performance.now();
      this.tokens = Math.min(perSecond, this.tokens + ((now - this.filledAt) / 1000) * perSecond);
      this.filledAt = now;
      if (this.tokens >= 1) {
        this.tokens -= 1;
        return;
      }
      await wait(((1 - this.tokens) / perSecond) * 1000);
    }
  }
}
