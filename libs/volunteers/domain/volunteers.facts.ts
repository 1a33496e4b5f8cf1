import type { Fact } from '#kernel';

/** A card came to another column. */
export type CardMoved = Fact<'CardMoved', { cardId: string; boardId: string; from: string; to: string }>;
/** A task was done; `about` is what it was about, if anything (TSK-7). */
export type TaskDone = Fact<'TaskDone', { cardId: string; boardId: string; about: { kind: string; id: string } | null }>;
/** Hours were confirmed by another person and are in the books as a memo. */
export type HoursConfirmed = Fact<'HoursConfirmed', { hoursId: string; minutes: number }>;
/** Somebody holds a place in a shift, at once or from the waiting list. */
export type ShiftTaken = Fact<'ShiftTaken', { shiftId: string; personId: string; fromWaitingList: boolean }>;
/** Somebody left a shift; `late` when less than 12 hours before its start (SHF-5). */
export type ShiftLeft = Fact<'ShiftLeft', { shiftId: string; personId: string; late: boolean }>;
/** A task nobody has claimed is due in three days or less (TSK-6). */
export type TaskUnclaimed = Fact<'TaskUnclaimed', { cardId: string; boardId: string }>;
/** A claimed task was untouched for seven days: is it still theirs (TSK-6)? */
export type ClaimQuestioned = Fact<'ClaimQuestioned', { cardId: string; boardId: string; personId: string }>;
