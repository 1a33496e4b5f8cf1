import { IsBoolean, IsIn, Length } from 'class-validator';
import { SIGNALS, type Signal } from '../rules/signals.js';

/** Why the ballots with a sign are to be voided. */
export class AskVoidingBody {
  /** The ballots that carry this sign now. */
  @IsIn(SIGNALS)
  sign!: Signal;

  @Length(20, 500)
  reason!: string;
}

/** A second person's word on it. */
export class DecideVoidingBody {
  @IsBoolean()
  granted!: boolean;
}
