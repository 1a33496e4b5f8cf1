import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsEmail, MaxLength } from 'class-validator';

/** The two people who may count. */
export class AuditorsBody {
  /** Addresses of two accounts; neither of them runs the event. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsEmail(undefined, { each: true })
  @MaxLength(254, { each: true })
  emails!: string[];
}
