import { ArrayMaxSize, IsArray, IsOptional, IsUUID, Matches } from 'class-validator';

/** Your whole ballot; it replaces the one you cast before. */
export class CastBallotBody {
  /** The proposals you approve of. None is a valid ballot too. */
  @IsArray()
  @ArrayMaxSize(300)
  @IsUUID(undefined, { each: true })
  choices!: string[];

  /** Without signing in: the receipt (32 hexadecimal digits) of the ballot you want to change. */
  @IsOptional()
  @Matches(/^[0-9a-f]{32}$/)
  receipt?: string;
}

/** A receipt to look up. */
export class VerifyReceiptBody {
  @Matches(/^[0-9a-f]{32}$/)
  receipt!: string;
}
