import { Logger } from '@nestjs/common';

const EVERY_MS = 400;

/**
 * Runs a small piece of upkeep over and over in this process, one round at a time, until it is stopped. For folding counters and
 * sealing chains within a second; any number of processes may do it, the database lets one through.
 */
export class FoldLoop {
  private readonly log = new Logger(FoldLoop.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly work: () => Promise<void>,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.round = this.once().finally(() => {
        if (!this.stopped) this.start();
      });
    }, EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async once(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      // The rows wait where they are; the next round takes them.
      if (!this.stopped) this.log.warn(`${this.name}: ${(error as Error).message}`);
    }
  }
}
