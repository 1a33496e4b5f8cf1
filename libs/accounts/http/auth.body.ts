import { IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { OneLine } from '#platform';

export class EmailBody {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class SignInBody extends EmailBody {
  @IsString()
  @Length(1, 200)
  password!: string;
}

export class SignUpBody extends EmailBody {
  /** How the person is called on the site. */
  @IsString()
  @Length(1, 100)
  @OneLine()
  name!: string;

  /** At least 12 characters. */
  @IsString()
  @Length(12, 200)
  password!: string;

  @IsOptional()
  @IsIn(['en', 'fr'])
  locale?: 'en' | 'fr';
}

export class LinkBody {
  /** The secret of a link sent by mail. */
  @IsString()
  @Length(20, 100)
  token!: string;
}

export class ResetPasswordBody extends LinkBody {
  @IsString()
  @Length(12, 200)
  password!: string;
}

export class ChangePasswordBody {
  /** Empty only when the account never had one. */
  @IsString()
  @MaxLength(200)
  current!: string;

  @IsString()
  @Length(12, 200)
  next!: string;
}
