/** How many proposals a pledge may name. */
export const MOST_WISHES = 5;

const PREFIX = 'wish-';

/** The form field that says whether a proposal matters. */
export const wishField = (proposalId: string): string => PREFIX + proposalId;

/** The proposals that were ticked, in the order of the form. */
export const wishesIn = (form: Readonly<Record<string, string>>): string[] =>
  Object.entries(form).flatMap(([name, value]) => (name.startsWith(PREFIX) && value === 'yes' ? [name.slice(PREFIX.length)] : []));
