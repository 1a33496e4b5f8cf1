import { IsIn, IsInt, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { RANKED_DECISIONS, type RankedDecision } from '../rules/methods.js';

/** Characters of a file that can be sent; larger ones go in by the command line. */
export const LONGEST_FILE = 6_000_000;

/** A finished vote as the text of a file. */
export class ImportVoteBody {
  /** Its ending says what it is: .pb, .soc, .soi, .toc, .toi or .blt. */
  @Length(4, 200)
  @Matches(/^[^/\\]+\.(pb|soc|soi|toc|toi|blt)$/i, { message: 'must end in .pb, .soc, .soi, .toc, .toi or .blt' })
  fileName!: string;

  @Length(1, LONGEST_FILE)
  text!: string;

  /** Step of equal shares in whole currency units; 1 without it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  increment?: number;

  /** Official rule of a ranked vote. */
  @IsOptional()
  @IsIn(RANKED_DECISIONS)
  rule?: RankedDecision;

  /** Winners of a ranked vote; what the file says without it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  seats?: number;
}

/** What was taken in, and is being counted. */
export class ImportedVoteView {
  ballotId!: string;
  options!: number;
  ballots!: number;
}
