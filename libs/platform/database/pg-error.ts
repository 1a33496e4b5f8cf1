import type { Refusal } from '#kernel';

interface PgError {
  code: string;
  constraint?: string;
}

/** The driver's own error, whether TypeORM wrapped it or not. */
function driverError(error: unknown): PgError | undefined {
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  return typeof (inner as PgError | null)?.code === 'string' ? (inner as PgError) : undefined;
}

/** SQLSTATE of a database error, undefined for anything else. */
export const pgCode = (error: unknown): string | undefined => driverError(error)?.code;

/**
 * Lets the named constraint answer: runs a write and turns its violation into the refusal it stands for.
 * Look-then-insert is a race; insert and ask the constraint.
 */
export async function refusingOn<T>(constraints: Readonly<Record<string, () => Refusal>>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refusal = constraints[driverError(error)?.constraint ?? ''];
    throw refusal ? refusal() : error;
  }
}
