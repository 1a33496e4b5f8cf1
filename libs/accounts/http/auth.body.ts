import { IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { InContract, OneLine } from '#platform';
import { WAY_BACK, WAY_BACK_MAX } from '../domain/way-back.js';

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

/** Asks for a mail whose link leads on to where somebody was. */
export class AskForMailBody extends EmailBody {
  /** The page of this site that the link leads on to: a path with its query. */
  @IsOptional()
  @IsString()
  @MaxLength(WAY_BACK_MAX)
  @Matches(WAY_BACK, { message: '$property must be a path of this site' })
  @InContract((api) => api.ApiProperty({ pattern: WAY_BACK.source, required: false }))
  wayBack?: string;
}

export class SignUpBody extends AskForMailBody {
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
