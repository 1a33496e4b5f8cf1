/** What the API says when it refuses: RFC 9457 with our code and, for a body, the fields at fault. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A problem for a reply that is not one of ours (a proxy's page, an empty body). */
export const unknownProblem = (status: number, requestId = ''): Problem => ({ status, code: 'FAULT', title: '', detail: '', requestId });

/** Reads a reply's body as a problem. */
export function asProblem(status: number, body: unknown): Problem {
  const known = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  return { ...unknownProblem(status), ...known, status };
}
