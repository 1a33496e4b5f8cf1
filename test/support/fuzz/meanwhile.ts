import { Jobs } from '#platform';
import type { RunningStripeSim } from '../../../apps/stripe-sim/src/index.js';
import type { World } from '../world.js';
import type { Fuzzer } from './fuzzer.js';

const DAY_MS = 86_400_000;
const CARDS = ['4242424242424242', '4000000000000341', '4000002760003184'];

/** What goes on outside between two rounds of asking: cards are typed in, messages arrive, mails are read, days go by. */
export class Meanwhile {
  private read = 0;
  private paid = 0;

  constructor(
    private readonly world: World,
    private readonly stripe: RunningStripeSim,
    private readonly fuzzer: Fuzzer,
  ) {}

  /** So many days pass, and everything that is due in them happens. */
  async goesOn(days: number): Promise<void> {
    await this.settle();
    await this.payEverything();
    await this.settle();
    if (days) await this.pass(days);
    await this.readMails();
    this.fuzzer.now = this.world.clock.now();
  }

  private async pass(days: number): Promise<void> {
    this.world.clock.advance(days * DAY_MS);
    await this.command('clock', { to: this.world.clock.now().getTime() });
    await this.settle();
    for (let round = 0; round < 2; round += 1) {
      await this.world.get(Jobs).runSchedules();
      await this.settle();
    }
  }

  private async settle(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await this.command('webhooks/settle', {});
      await this.world.drain();
    }
  }

  /** Every open payment page is left with a card: a good one, one that is declined later, one that asks for its owner. */
  private async payEverything(): Promise<void> {
    for (const { id } of this.stripe.sim.sessions.rows.filter((s) => s.status === 'open'))
      await this.command(`checkout/${id}/complete`, { card: CARDS[(this.paid += 1) % CARDS.length] });
  }

  /** The secrets in mails, by the page they lead to: `reset?token=…` is a reset token. */
  private async readMails(): Promise<void> {
    const mails = await this.world.database.query<{ body: string }>('select body from platform.mail order by created_at, id offset $1', [
      this.read,
    ]);
    this.read += mails.length;
    for (const { body } of mails)
      for (const [, page, name, secret] of body.matchAll(/(\w+)[^\s/]*\?(token|link)=([\w.~-]+)/g))
        this.fuzzer.know(`${page}${name}`, secret!);
  }

  private async command(path: string, body: object): Promise<void> {
    await fetch(`${this.stripe.url}/_sim/${path}`, { method: 'POST', body: JSON.stringify(body) });
  }
}
