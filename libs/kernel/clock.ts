/** The one source of time. Instants are UTC. Rules never ask it: they are handed the instant. */
export abstract class Clock {
  abstract now(): Date;
}

/** A clock that stands still until it is moved: tests, demos and `CLOCK=frozen:<instant>`. */
export class FrozenClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  moveTo(instant: Date): void {
    if (instant < this.at) throw new RangeError('time does not run backwards');
    this.at = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.moveTo(new Date(this.at.getTime() + milliseconds));
  }
}
