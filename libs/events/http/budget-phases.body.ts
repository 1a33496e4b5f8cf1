import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsISO8601, Matches, ValidateNested } from 'class-validator';

const PHASES = [
  'informing',
  'accepting',
  'reviewing',
  'selecting',
  'valuating',
  'publishing_prices',
  'balloting',
  'checking_ballots',
  'finished',
] as const;

/** A phase and the instant at which it begins; it lasts until the next one begins. */
export class BudgetPhaseBody {
  @IsIn(PHASES)
  phase!: (typeof PHASES)[number];

  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^20\d{2}-.{5}T.{5,13}(Z|[+-]\d{2}:\d{2})$/)
  startsAt!: string;
}

/** The phases of the budget process, in their order; none: the event has no such process. */
export class BudgetPhasesBody {
  @IsArray()
  @ArrayMaxSize(9)
  @ArrayUnique((one: BudgetPhaseBody) => one.phase)
  @ValidateNested({ each: true })
  @Type(() => BudgetPhaseBody)
  phases!: BudgetPhaseBody[];
}
