/** What a module says no with: a stable code, the HTTP status it maps to and a short title in English. */
export interface RefusalKind {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
  readonly title: string;
}

/** An expected "no": thrown by rules and verbs, answered as a problem document, never logged as a fault. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    /** Figures a person needs to put it right (bounds, present state, next possible instant); shown in the answer. */
    readonly details: Readonly<Record<string, unknown>> = {},
    message?: string,
  ) {
    super(message ?? kind.title);
    this.name = 'Refusal';
  }
}

const known = new Map<string, RefusalKind>();

/** Every refusal the product can answer, by code: what the contract documents and a test checks. */
export const refusalTable: ReadonlyMap<string, RefusalKind> = known;

type Refusals<T> = { readonly [Code in keyof T]: (details?: Readonly<Record<string, unknown>>, message?: string) => Refusal };

/**
 * Declares a module's refusals and answers one constructor per code: `throw refuse.CAMPAIGN_CLOSED({ closedAt })`.
 * A code belongs to one module; declaring it again with another meaning throws.
 */
export function defineRefusals<T extends Record<string, RefusalKind>>(kinds: T): Refusals<T> {
  const constructors: Record<string, (details?: Readonly<Record<string, unknown>>, message?: string) => Refusal> = {};
  for (const [code, kind] of Object.entries(kinds)) {
    const other = known.get(code);
    if (other && (other.status !== kind.status || other.title !== kind.title)) throw new Error(`refusal ${code} is declared twice`);
    known.set(code, kind);
    constructors[code] = (details, message) => new Refusal(code, kind, details, message);
  }
  return constructors as Refusals<T>;
}
