import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OneLine } from '#platform';

/** What changes about the caller, at least one of the two; what is left out stays. */
export class ChangeMeBody {
  /** How the person is called on the site. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @OneLine()
  name?: string;

  /** The language of mails, and of pages where the browser has not chosen one. */
  @IsOptional()
  @IsIn(['en', 'fr'])
  locale?: 'en' | 'fr';
}
