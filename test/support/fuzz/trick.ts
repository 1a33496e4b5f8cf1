import type { Operation } from '../contract.js';
import type { Answer } from './judge.js';
import type { Memory } from './memory.js';

/** What sets rules for all that comes: with other rules, other things are possible. */
export const isSetting = ({ method, path }: Operation): boolean => method === 'put' && !path.includes('{id}');

/** The fields of the body that a refusal points to. */
export function faultyFields({ status, body }: Answer): string[] {
  const { errors = [] } = status === 422 ? (JSON.parse(body) as { errors?: { pointer: string }[] }) : {};
  return errors.map(({ pointer }) => pointer.split('/')[1] ?? '');
}

/** The word of the path that stands before a parameter: `checklist` before `{itemId}`. */
export const wordBefore = ({ path }: Operation, name: string): string => new RegExp(`([a-z-]+)/\\{${name}\\}`).exec(path)?.[1] ?? '';

/** What of an answer the lives of things are told from. */
export interface Shown {
  id?: string;
  state?: string;
  items?: Shown[];
}

export interface Trick {
  what?: string;
  caller?: string;
  slug?: string;
  memory?: Memory;
  payload?: string;
  /** What is sent breaks the contract: it must not be accepted. */
  broken?: boolean;
  query?: string;
  headers?: Record<string, string>;
  spoilPath?: boolean;
  /** Fields that were found at fault before, left out where that is allowed. */
  without?: readonly string[];
  /** The thing it is about. */
  thing?: string;
  /** Asks about something else each time. */
  insists?: boolean;
  foreignPath?: boolean;
}
