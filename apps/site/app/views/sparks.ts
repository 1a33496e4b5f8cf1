import type { PageView } from './page';

export interface SparkView {
  readonly id: string;
  /** Slug of its event; null on the open wall. */
  readonly event: string | null;
  /** Null when it is hidden. */
  readonly text: string | null;
  readonly state: string;
  readonly author: string | null;
  readonly postedAt: string;
  readonly supports: number;
  readonly comments: number;
  readonly supported: boolean;
  readonly shortUrl: string;
}

export type SparksPageView = PageView<SparkView>;

export interface SparkDetailView extends SparkView {
  readonly shareText: string;
  readonly threshold: number;
  readonly promotions: readonly { readonly kind: string; readonly id: string }[];
  readonly mine: boolean;
}

export interface PostedSparkView {
  readonly id: string;
  readonly waitsForConfirmation: boolean;
}

export interface PromotedView {
  readonly sparkId: string;
  readonly eventId: string;
  readonly slug: string;
}

export interface CommentView {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly author: string | null;
  /** Null when it is hidden. */
  readonly text: string | null;
  readonly stance: string | null;
  readonly state: string;
  readonly postedAt: string;
}

export interface CommentsPageView extends PageView<CommentView> {
  readonly stances: { readonly for: number; readonly neutral: number; readonly against: number };
}
