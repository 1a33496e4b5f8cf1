import { IsOptional, IsString, Length } from 'class-validator';

/** One of the two shows that it is the account's owner who asks. */
export class EraseAccountBody {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  password?: string;

  /** The secret of the link that `me/erase/link` has mailed. */
  @IsOptional()
  @IsString()
  @Length(20, 100)
  confirmation?: string;
}
