import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { ModeratedKind } from '../domain/moderation.js';

/** What moderation must be able to do with a kind of thing. The module that owns the kind registers it. */
export interface Moderated {
  /** Null when there is no such thing, or nobody sees it. */
  find(db: Db, id: string): Promise<{ eventId: string | null; authorId: string; excerpt: string } | null>;
  hide(tx: Tx, id: string): Promise<void>;
  restore(tx: Tx, id: string): Promise<void>;
}

/** Kinds of things that can be reported and hidden, by name. */
@Injectable()
export class ModeratedKinds {
  private readonly kinds = new Map<ModeratedKind, Moderated>();

  register(kind: ModeratedKind, moderated: Moderated): void {
    this.kinds.set(kind, moderated);
  }

  of(kind: ModeratedKind): Moderated {
    const found = this.kinds.get(kind);
    if (!found) throw new Error(`nobody has registered how a ${kind} is moderated`);
    return found;
  }
}
