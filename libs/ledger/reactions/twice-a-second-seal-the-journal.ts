import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SealJournal } from '../use-cases/seal-journal.js';

const PAUSE_MS = 500;

/**
 * Keeps the seals at most a second behind the journal. Not a schedule of minutes and not a job per entry: a job's row would be
 * what all writers wait for. Every process may run it; a lock lets one of them seal a book.
 */
@Injectable()
export class TwiceASecondSealTheJournal implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(TwiceASecondSealTheJournal.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly sealJournal: SealJournal) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => this.tick(), PAUSE_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private tick(): void {
    this.running = this.sealJournal
      .execute()
      .then(
        () => undefined,
        (error: Error) => this.log.warn(`not sealed, trying again: ${error.message}`),
      )
      .then(() => {
        if (!this.stopped) this.onApplicationBootstrap();
      });
  }
}
