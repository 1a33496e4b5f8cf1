import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { Clock } from '#kernel';
import { type Actor, Database, HttpConfig } from '#platform';
import { SESSION_IDLE_MS, SESSION_LONGEST_MS } from '../domain/lifetimes.js';
import { secretHash } from '../domain/secret.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { sessionCookie } from '../http/session-cookie.js';
import { actorOf } from './actor.js';
import { knownPeople } from './known-people.js';

const NOTE_EVERY_MS = 5 * 60_000;

/** Knows a browser by its session cookie: at most 14 days, at most 8 hours unused. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session') {
  private readonly personOf = knownPeople((hashes) => {
    const now = this.clock.now().getTime();
    return this.credentials.peopleBySession(this.database, hashes, new Date(now - SESSION_LONGEST_MS), new Date(now - SESSION_IDLE_MS));
  });

  constructor(
    private readonly credentials: CredentialsStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly http: HttpConfig,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Actor | false> {
    const secret = request.cookies[sessionCookie(this.http).name];
    if (!secret) return false;
    const now = this.clock.now();
    const hash = secretHash(secret);
    const person = await this.personOf(hash);
    if (!person) return false;
    if (now.getTime() - person.seen_at.getTime() > NOTE_EVERY_MS) await this.credentials.touchSession(this.database, hash, now);
    return actorOf(person, secret);
  }
}
