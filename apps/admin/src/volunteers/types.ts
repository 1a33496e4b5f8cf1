export interface BoardLine {
  id: string;
  name: string;
  isPublic: boolean;
  openCards: number;
}

export interface Card {
  id: string;
  columnId: string;
  title: string;
  description: string;
  assigneeId: string | null;
  assigneeName: string | null;
  dueOn: string | null;
  /** Why it is stuck; null: it is not. */
  blockedBecause: string | null;
  blockedBy: string[];
  checklist: { id: string; text: string; done: boolean }[];
  /** Given back when editing. */
  version: number;
}

export interface Column {
  id: string;
  name: string;
  stage: string;
  wipLimit: number | null;
  wipHard: boolean;
  /** From top to bottom. */
  cards: Card[];
}

export interface Board {
  id: string;
  name: string;
  columns: Column[];
}
