/** Versions at which fields were last changed, by field name; a field never changed since creation is absent. */
export type ChangedIn = Readonly<Record<string, number>>;

export interface Conflict {
  field: string;
  /** What the card says now. */
  theirs: unknown;
  yours: unknown;
}

interface Edited {
  version: number;
  changedIn: ChangedIn;
  fields: Readonly<Record<string, unknown>>;
}

export interface Merge {
  conflicts: Conflict[];
  /** Fields that really change, with their new values. */
  changes: Record<string, unknown>;
}

/**
 * Field-level conflict rule (TSK-1): an edit made on version `seen` of a card conflicts only in fields that somebody
 * changed after that version to another value; edits of different fields both succeed.
 */
export function mergeEdit(card: Edited, seen: number, edit: Readonly<Record<string, unknown>>): Merge {
  const merge: Merge = { conflicts: [], changes: {} };
  for (const [field, yours] of Object.entries(edit)) {
    const theirs = card.fields[field];
    if (yours === undefined || yours === theirs) continue;
    if ((card.changedIn[field] ?? 0) > seen) merge.conflicts.push({ field, theirs, yours });
    else merge.changes[field] = yours;
  }
  return merge;
}
