/** Something that was said. */
export class CommentView {
  id!: string;
  parentId!: string | null;
  /** 1 to 3. */
  depth!: number;
  author!: string | null;
  /** Null when it is hidden: it keeps its place with a neutral line. */
  text!: string | null;
  /** for, neutral, against or null. */
  stance!: string | null;
  /** visible or hidden. */
  state!: string;
  postedAt!: string;
}

export class StanceCountsView {
  for!: number;
  neutral!: number;
  against!: number;
}

export class CommentsPageView {
  items!: CommentView[];
  next!: string | null;
  stances!: StanceCountsView;
}

/** The comment that was posted. */
export class PostedCommentView {
  id!: string;
}
