import type { Id } from './ids.js';

/** Something that has become true, told to other modules: ids and amounts, never whole rows, never personal data. */
export interface Fact<Type extends string = string, Body extends object = object> {
  readonly type: Type;
  /** The event it belongs to; null for facts of the installation (accounts, blueprints). */
  readonly eventId: Id<'event'> | null;
  readonly body: Body;
}
