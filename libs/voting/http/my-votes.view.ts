/** A vote somebody may cast in, or took part in. */
export class MyVoteView {
  eventSlug!: string;
  eventName!: string;
  id!: string;
  title!: string;
  /** open, closing, closed, published or void. */
  state!: string;
  closesAt!: string;
  /** You have voted. */
  voted!: boolean;
}

export class MyVotesView {
  /** Open ones first, the first to close on top. At most a hundred. */
  items!: MyVoteView[];
}
