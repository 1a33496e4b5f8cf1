import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBase64,
  IsIn,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DATE_FORMS, SEPARATORS } from '../importers/bank-csv.js';

const LEAST = -1_000_000_000_000;
const MOST = 1_000_000_000_000;

/** How one bank writes its files. Columns are named by their headings. */
export class MappingBody {
  @IsIn(SEPARATORS)
  separator: (typeof SEPARATORS)[number] = ',';

  @IsIn(['.', ','])
  decimalMark: '.' | ',' = '.';

  @IsIn(DATE_FORMS)
  dateForm: (typeof DATE_FORMS)[number] = 'yyyy-MM-dd';

  /** Rows above the headings. */
  @IsInt()
  @Min(0)
  @Max(50)
  skipRows: number = 0;

  /** Column of the booking day. */
  @Length(1, 100)
  date!: string;

  /** One column of signed amounts … */
  @IsOptional()
  @Length(1, 100)
  amount?: string;

  /** … or one of money in, */
  @IsOptional()
  @Length(1, 100)
  moneyIn?: string;

  /** and one of money out. */
  @IsOptional()
  @Length(1, 100)
  moneyOut?: string;

  /** Columns that say what it was, in this order. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @Length(1, 100, { each: true })
  text!: string[];

  @IsOptional()
  @Length(1, 100)
  counterparty?: string;

  /** The bank's own reference of each entry. */
  @IsOptional()
  @Length(1, 100)
  reference?: string;

  /** Running balance. */
  @IsOptional()
  @Length(1, 100)
  balance?: string;
}

/** A file of the bank: as text, or as bytes where it is not Unicode. */
export class StatementBody {
  @Length(1, 200)
  fileName!: string;

  @IsOptional()
  @MaxLength(100_000)
  csv?: string;

  /** The file's bytes; UTF-8, UTF-16 and Windows-1252 are told apart. */
  @IsOptional()
  @IsBase64()
  @MaxLength(100_000)
  base64?: string;

  @ValidateNested()
  @Type(() => MappingBody)
  mapping!: MappingBody;

  /** Opening balance in minor units, where the file does not say it. */
  @IsOptional()
  @IsInt()
  @Min(LEAST)
  @Max(MOST)
  openingMinor?: number;

  /** Closing balance in minor units. */
  @IsOptional()
  @IsInt()
  @Min(LEAST)
  @Max(MOST)
  closingMinor?: number;

  /** Keeps the mapping under this name. */
  @IsOptional()
  @Length(1, 60)
  saveMappingAs?: string;

  /** The `hash` of the preview: if the import would do anything else, nothing is done. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  previewHash?: string;
}
