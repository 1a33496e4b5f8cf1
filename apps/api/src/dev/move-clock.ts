import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Jobs, MovingClock, StripeConfig } from '#platform';

/** Moves time forward for the API, the workers and the local Stripe together, and lets what has become due happen. */
@Injectable()
export class MoveClock implements OnApplicationBootstrap {
  constructor(
    private readonly clock: MovingClock,
    private readonly jobs: Jobs,
    private readonly stripe: StripeConfig,
  ) {}

  /** A move asked for elsewhere (the command line) has the same consequences. */
  onApplicationBootstrap(): void {
    this.clock.onMoved(() => void this.jobs.runSchedules());
  }

  /** The local Stripe goes first: a charge that becomes due must not reach it from its future. */
  async to(instant: Date): Promise<void> {
    if (this.stripe.apiBase && this.stripe.simulatorToken) await moveSimulator(this.stripe.apiBase, this.stripe.simulatorToken, instant);
    await this.clock.moveTo(instant);
  }
}

/** Moves the local Stripe's clock; throws when it does not answer, so that the two never drift apart silently. */
export async function moveSimulator(base: string, token: string, instant: Date): Promise<void> {
  const answer = await fetch(`${base}/_sim/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to: instant.getTime() }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`the local Stripe did not move its clock: ${await answer.text()}`);
}
