import { ArrayMaxSize, ArrayMinSize, IsArray, IsEmail, IsInt, Length, Max, MaxLength, Min } from 'class-validator';
import { OneLine } from '#platform';

/** Addresses of people who may vote; spellings of one mailbox are one. */
export class InvitedAddressesBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2_000)
  @IsEmail({}, { each: true })
  @MaxLength(254, { each: true })
  addresses!: string[];
}

export class MembershipCodeBody {
  @Length(1, 200)
  @OneLine()
  organisation!: string;

  /** So many people may join with it. */
  @IsInt()
  @Min(1)
  @Max(100_000)
  most!: number;
}

export class JoinBody {
  /** As it was told: small letters, spaces and dashes do not matter. */
  @Length(1, 40)
  @OneLine()
  code!: string;
}
