import { IsInt, Length, Max, Min } from 'class-validator';

export class IssueCodesBody {
  /** How many more codes to print. */
  @IsInt()
  @Min(1)
  @Max(5_000)
  count!: number;
}

/** Why a printed code is good for nothing any more. */
export class VoidCodeBody {
  @Length(3, 500)
  reason!: string;
}
