import { ArrayMaxSize, IsArray, IsOptional, IsUUID, Matches } from 'class-validator';

/** A receipt as it is printed: 32 hexadecimal digits. */
export const RECEIPT = /^[0-9a-f]{32}$/;

/** Your whole ballot; it replaces the one you cast before. */
export class CastBallotBody {
  /** The proposals you approve of. None is a valid ballot too. */
  @IsArray()
  @ArrayMaxSize(300)
  @IsUUID(undefined, { each: true })
  choices!: string[];

  /** Without signing in: the receipt of the ballot you want to change. */
  @IsOptional()
  @Matches(RECEIPT)
  receipt?: string;
}

/** A receipt to look up. */
export class VerifyReceiptBody {
  @Matches(RECEIPT)
  receipt!: string;
}
