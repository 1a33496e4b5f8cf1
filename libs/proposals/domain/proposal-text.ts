/** An event's bounds for its proposals (PRP-2), in characters. */
export interface TextBounds {
  titleMin: number;
  titleMax: number;
  bodyMax: number;
}

export const DEFAULT_BOUNDS: TextBounds = { titleMin: 15, titleMax: 150, bodyMax: 500 };

/** What is wrong with a text, named by field. */
export function faultsOfText({ title, body }: { title: string; body: string }, bounds: TextBounds): { pointer: string; message: string }[] {
  const length = [...title].length;
  const faults = [];
  if (length < bounds.titleMin || length > bounds.titleMax) {
    faults.push({ pointer: '/title', message: `must have ${bounds.titleMin} to ${bounds.titleMax} characters, has ${length}` });
  }
  if ([...body].length > bounds.bodyMax)
    faults.push({ pointer: '/body', message: `must have at most ${bounds.bodyMax} characters, has ${[...body].length}` });
  return faults;
}
