/** What the API answers when it says no: `application/problem+json`. */
export interface Problem {
  title: string;
  status: number;
  code: string;
  detail?: string;
  requestId?: string;
  errors?: { pointer: string; message: string }[];
  details?: Record<string, unknown>;
}

/** Error texts in the shape of the form they belong to: `/lines/0/price` becomes `lines[0].price`. */
export interface FieldErrors {
  [field: string]: string | FieldErrors | FieldErrors[];
}

/** Puts each pointer's message at its place in a tree that a form understands; the first message of a field stays. */
export function fieldErrors(errors: Problem['errors'] = []): FieldErrors {
  const tree: FieldErrors = {};
  for (const { pointer, message } of errors) {
    const path = pointer.split('/').filter(Boolean);
    const last = path.pop();
    if (last === undefined) continue;
    let node: FieldErrors = tree;
    path.forEach((step, i) => {
      const next: unknown = node[step];
      if (typeof next !== 'object') node[step] = /^\d+$/.test(path[i + 1] ?? last) ? [] : {};
      node = node[step] as FieldErrors;
    });
    node[last] ??= message;
  }
  return tree;
}

/** Money fields are one box on the screen but `{amount, currency}` on the wire: their errors belong to the box. */
export function moneyErrorsOnTheBox(errors: Problem['errors'] = []): NonNullable<Problem['errors']> {
  return errors.map(({ pointer, message }) => ({
    pointer: pointer.replace(/\/(amount|currency)$/, (tail, _part, at: number) => (at > 0 ? '' : tail)),
    message,
  }));
}
