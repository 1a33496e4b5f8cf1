import { IsBoolean, IsEmail, IsIn, IsInt, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { ROLES, type Role, OneLine } from '#platform';

export class InviteBody {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsIn(ROLES)
  role!: Role;
}

export class MakeTokenBody {
  /** What the token is for, to recognise it by. */
  @IsString()
  @Length(1, 60)
  @OneLine()
  name!: string;

  /** Days until it stops working. */
  @IsInt()
  @Min(1)
  @Max(366)
  days!: number;
}

export class SuspendBody {
  /** Why; kept in the audit log. */
  @IsString()
  @Length(10, 500)
  because!: string;

  /** Whether what the person wrote stays visible. */
  @IsBoolean()
  keepContent!: boolean;
}
