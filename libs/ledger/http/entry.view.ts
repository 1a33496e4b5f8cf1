export class EntryLineView {
  account!: string;
  /** Currency, or a memo such as PLEDGEGBP or VOLHOURS. */
  commodity!: string;
  /** Minor units; 0 on a credit line. */
  debit!: number;
  /** Minor units; 0 on a debit line. */
  credit!: number;
  budgetLineId!: string | null;
}

export class EntrySourceView {
  kind!: string;
  id!: string;
}

export class EntryView {
  id!: string;
  /** The day it belongs to. */
  on!: string;
  postedAt!: string;
  text!: string;
  /** The business event that made it. */
  source!: EntrySourceView;
  /** The entry it takes back. */
  reverses!: string | null;
  reversedBy!: string | null;
  /** Its position in the chain; null for the moment before it is sealed. */
  sealedAs!: number | null;
  lines!: EntryLineView[];
}

export class EntryPageView {
  items!: EntryView[];
  next!: string | null;
}

export class PostedView {
  entryId!: string;
  /** True when it had been posted before: nothing was added. */
  replayed!: boolean;
}
