import { IsEmail, IsOptional, MaxLength } from 'class-validator';

export class AccountsQuery {
  /** The address of the account; without it, the accounts that are suspended. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}
