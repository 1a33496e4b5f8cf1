import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { newId, newReference, newSecret } from '#kernel';
import { type Actor, EventScopes, HttpConfig, Mailer, RuntimeConfig, type Tx, UnitOfWork, badFields } from '#platform';
import { confirmationMail } from '../domain/confirmation-mail.js';
import { sparkPosted } from '../domain/events.facts.js';
import { refuse } from '../domain/events.refusals.js';
import { PER_NETWORK, PER_PERSON, UNCONFIRMED_LIVES_MS, waitBeforePosting } from '../domain/posting-limits.js';
import { cleanSparkText, overBy, saysSomething, textKey } from '../domain/spark-text.js';
import { PostingsStore } from '../store/postings.store.js';
import { SparksStore } from '../store/sparks.store.js';
import { secretHash } from './secret-hash.js';

export interface SparkDraft {
  text: string;
  eventSlug?: string;
  guest?: { email: string; name: string; locale: 'en' | 'fr' };
  /** Address the request came from; kept as a keyed hash for a day. */
  network: string;
}

const A_DAY_MS = 24 * 60 * 60_000;

/** Posts a spark: at once for members, after a mail's confirmation for guests (SPK-1, SPK-3, SPK-4). */
@Injectable()
export class PostSpark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sparks: SparksStore,
    private readonly postings: PostingsStore,
    private readonly accounts: Accounts,
    private readonly scopes: EventScopes,
    private readonly mailer: Mailer,
    private readonly http: HttpConfig,
    private readonly runtime: RuntimeConfig,
  ) {}

  async execute(actor: Actor | undefined, draft: SparkDraft): Promise<{ id: string; waitsForConfirmation: boolean }> {
    const text = cleanSparkText(draft.text);
    if (!saysSomething(text)) throw refuse.SPARK_EMPTY();
    if (overBy(text) > 0) throw refuse.SPARK_TOO_LONG({ over_by: overBy(text) });
    if (!actor && !draft.guest) throw badFields([{ pointer: '/email', message: 'is needed unless you sign in' }]);
    const event = draft.eventSlug === undefined ? null : await this.scopes.resolve(draft.eventSlug);
    if (event === undefined) throw badFields([{ pointer: '/eventSlug', message: 'names no event' }]);
    const eventId = event?.eventId ?? null;
    return this.unitOfWork.run(async (tx) => {
      const authorId = actor?.accountId ?? (await this.accounts.ensureByEmail(tx, draft.guest!));
      await this.keepLimits(tx, authorId, draft.network);
      const id = newId();
      await this.refuseSame(tx, eventId, text);
      const added = await this.sparks.add(tx, {
        id,
        eventId,
        shortCode: newReference(),
        text,
        textKey: textKey(text),
        authorId,
        confirmed: actor !== undefined,
      });
      if (!added) await this.refuseSame(tx, eventId, text);
      if (actor) await tx.fact(sparkPosted(eventId, id));
      else await this.askToConfirm(tx, id, authorId, text);
      return { id, waitsForConfirmation: !actor };
    });
  }

  private async refuseSame(tx: Tx, eventId: string | null, text: string): Promise<void> {
    const same = await this.sparks.sameText(tx, eventId, textKey(text));
    if (same) throw refuse.SPARK_EXISTS({ sparkId: same.id });
  }

  private async keepLimits(tx: Tx, authorId: string, address: string): Promise<void> {
    const network = createHmac('sha256', this.runtime.sessionSecret).update(address).digest();
    const yesterday = new Date(tx.now.getTime() - A_DAY_MS);
    await this.postings.oneAtATime(tx, authorId, network);
    const person = waitBeforePosting(await this.postings.ofPerson(tx, authorId, yesterday), PER_PERSON, tx.now);
    const whole = this.http.rateLimits ? waitBeforePosting(await this.postings.ofNetwork(tx, network, yesterday), PER_NETWORK, tx.now) : 0;
    const retryAfterSeconds = Math.max(person, whole);
    if (retryAfterSeconds > 0) throw refuse.SPARK_LIMIT({ retryAfterSeconds });
    await this.postings.note(tx, authorId, network);
  }

  private async askToConfirm(tx: Tx, sparkId: string, authorId: string, text: string): Promise<void> {
    const token = newSecret();
    await this.sparks.addConfirmation(tx, sparkId, secretHash(token), new Date(tx.now.getTime() + UNCONFIRMED_LIVES_MS));
    const to = await this.accounts.mailOf(tx, authorId);
    if (to)
      await this.mailer.send(tx, {
        to: to.email,
        ...confirmationMail(to.locale, text, `${this.http.publicUrl}/sparks/confirm?token=${token}`),
      });
  }
}
