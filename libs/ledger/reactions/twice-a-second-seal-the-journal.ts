import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SealJournal } from '../use-cases/seal-journal.js';

const PAUSE_MS = 500;
/** Where the database does not answer, asking more often does not help. */
const PAUSE_AFTER_FAULT_MS = 5_000;

/**
 * Keeps the seals at most a second behind the journal. Not a schedule of minutes and not a job per entry: a job's row would be
 * what all writers wait for. Every process may run it; a lock lets one of them seal a book.
 */
@Injectable()
export class TwiceASecondSealTheJournal implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(TwiceASecondSealTheJournal.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly sealJournal: SealJournal) {}

  onApplicationBootstrap(): void {
    this.next(PAUSE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private next(pause: number): void {
    if (!this.stopped) this.timer = setTimeout(() => (this.running = this.tick()), pause).unref();
  }

  private async tick(): Promise<void> {
    try {
      await this.sealJournal.execute();
      this.next(PAUSE_MS);
    } catch (error) {
      this.log.warn(`not sealed, trying again: ${(error as Error).message}`);
      this.next(PAUSE_AFTER_FAULT_MS);
    }
  }
}
