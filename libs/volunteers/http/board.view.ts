export class BoardView {
  id!: string;
  name!: string;
  isPublic!: boolean;
  /** Cards on it that are not done. */
  openCards!: number;
}

export class BoardListView {
  items!: BoardView[];
}

export class ChecklistItemView {
  id!: string;
  text!: string;
  done!: boolean;
}

export class CardView {
  id!: string;
  columnId!: string;
  title!: string;
  description!: string;
  assigneeId!: string | null;
  /** Display name of who holds it. */
  assigneeName!: string | null;
  /** Day it is due, once known. */
  dueOn!: string | null;
  dueDaysBefore!: number | null;
  /** Why it is stuck; null = it is not. */
  blockedBecause!: string | null;
  /** Cards that must be done first. */
  blockedBy!: string[];
  checklist!: ChecklistItemView[];
  aboutKind!: string | null;
  aboutId!: string | null;
  /** Give it back when editing. */
  version!: number;
}

export class ColumnView {
  id!: string;
  name!: string;
  stage!: string;
  wipLimit!: number | null;
  wipHard!: boolean;
  /** Cards from top to bottom. */
  cards!: CardView[];
}

export class WholeBoardView {
  id!: string;
  name!: string;
  isPublic!: boolean;
  columns!: ColumnView[];
}
