import { IsBoolean, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { OneLine } from '#platform';

/** Something you want at the event. The event's own bounds may be narrower than these. */
export class WriteProposalBody {
  /** 15 to 150 characters, unless the event says otherwise. */
  @Length(1, 150)
  @OneLine()
  title!: string;

  /** Up to 500 characters, unless the event says otherwise. */
  @Length(0, 5000)
  body!: string;

  /** The spark it came from; it becomes promoted. */
  @IsOptional()
  @IsUUID()
  sparkId?: string;

  /** Publish at once instead of keeping a draft. */
  @IsOptional()
  @IsBoolean()
  publish?: boolean;
}

/** A changed text. What is left out stays. */
export class EditProposalBody {
  /** The version you loaded. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;

  @IsOptional()
  @Length(1, 150)
  @OneLine()
  title?: string;

  @IsOptional()
  @Length(0, 5000)
  body?: string;
}

/** An event's own bounds for proposals. */
export class ProposalSettingsBody {
  @IsInt()
  @Min(1)
  @Max(150)
  titleMin!: number;

  @IsInt()
  @Min(1)
  @Max(150)
  titleMax!: number;

  @IsInt()
  @Min(50)
  @Max(5000)
  bodyMax!: number;
}
