import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { badFields } from '#platform';
import type { Ballot } from '#voting/count';

export class PointsBody {
  @IsUUID()
  optionId!: string;

  @IsInt()
  @Min(0)
  @Max(10_000)
  points!: number;
}

export class RankBody {
  @IsUUID()
  optionId!: string;

  /** 1 is best; gaps are closed. */
  @IsInt()
  @Min(1)
  @Max(300)
  rank!: number;
}

export class DateAnswerBody {
  @IsUUID()
  optionId!: string;

  @IsIn(['yes', 'maybe', 'no'])
  answer!: 'yes' | 'maybe' | 'no';
}

/** Your whole ballot, in the part that belongs to the vote's method; it replaces the one you cast before. Nothing chosen is a valid ballot too. */
export class CastBallotBody {
  /** approval, support, knapsack: the options you choose. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @IsUUID(undefined, { each: true })
  choices?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => PointsBody)
  points?: PointsBody[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => RankBody)
  ranks?: RankBody[];

  /** consent. */
  @IsOptional()
  @IsIn(['agree', 'abstain', 'disagree', 'block'])
  answer?: 'agree' | 'abstain' | 'disagree' | 'block';

  /** consent: needed for a block; published without your name. */
  @IsOptional()
  @Length(1, 500)
  reason?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => DateAnswerBody)
  dates?: DateAnswerBody[];

  /** Without signing in: the receipt (32 hexadecimal digits) of the ballot you want to change. */
  @IsOptional()
  @Matches(/^[0-9a-f]{32}$/)
  receipt?: string;

  /** Without signing in: a printed code. */
  @IsOptional()
  @Length(8, 40)
  code?: string;
}

/** A receipt to look up. */
export class VerifyReceiptBody {
  @Matches(/^[0-9a-f]{32}$/)
  receipt!: string;
}

/** The ballot of a body. Refuses a body that fills in more than one part, or none. */
export function ballotOf(body: CastBallotBody): Ballot {
  const parts = [
    body.choices && { kind: 'choices' as const, choices: body.choices },
    body.points && { kind: 'points' as const, points: body.points.map((p) => ({ option: p.optionId, points: p.points })) },
    body.ranks && { kind: 'ranked' as const, ranks: body.ranks.map((r) => ({ option: r.optionId, rank: r.rank })) },
    body.answer && { kind: 'consent' as const, answer: body.answer, ...(body.reason ? { reason: body.reason } : {}) },
    body.dates && { kind: 'dates' as const, answers: body.dates.map((d) => ({ option: d.optionId, answer: d.answer })) },
  ].filter((part) => part !== undefined);
  const [ballot] = parts;
  if (parts.length === 1 && ballot) return ballot;
  throw badFields([{ pointer: '', message: 'must have exactly one of choices, points, ranks, answer and dates' }]);
}
