/** A spark as everybody sees it. */
export class SparkView {
  id!: string;
  /** Slug of its event; null on the open wall. */
  event!: string | null;
  /** Null when it is hidden: it keeps its place with a neutral line. */
  text!: string | null;
  /** open, conversing, promoted, hidden, archived, withdrawn or merged. */
  state!: string;
  author!: string | null;
  postedAt!: string;
  /** Distinct supporters. */
  supports!: number;
  comments!: number;
  /** You support it. */
  supported!: boolean;
  /** Permanent short address. */
  shortUrl!: string;
}

export class SparksPageView {
  items!: SparkView[];
  next!: string | null;
}

/** What a spark became. */
export class PromotionView {
  /** event or proposal. */
  kind!: string;
  id!: string;
}

/** One spark with everything that belongs to its page. */
export class SparkDetailView extends SparkView {
  /** Text and address that fit 140 characters together. */
  shareText!: string;
  /** Supporters that open the conversation. */
  threshold!: number;
  promotions!: PromotionView[];
  /** You may withdraw it. */
  mine!: boolean;
}

/** A post that was taken in. */
export class PostedSparkView {
  id!: string;
  /** True while a guest's mail address is not confirmed: nobody sees the spark yet. */
  waitsForConfirmation!: boolean;
}

/** A spark that resembles what is being typed. */
export class SimilarSparkView {
  id!: string;
  text!: string;
  supports!: number;
  /** Percent. */
  likeness!: number;
}

export class SimilarSparksView {
  items!: SimilarSparkView[];
}

/** Where a spark stands after you supported it or took your support back. */
export class SparkSupportView {
  supports!: number;
  supported!: boolean;
  state!: string;
}

/** What a spark was promoted to. */
export class PromotedView {
  sparkId!: string;
  eventId!: string;
  slug!: string;
}
