import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { Clock } from '#kernel';
import { type Actor, Database } from '#platform';
import { secretHash } from '../domain/secret.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { actorOf } from './actor.js';
import { knownPeople } from './known-people.js';

/** Knows a program by its personal access token (`Authorization: Bearer wgt_…`). */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  private readonly personOf = knownPeople((hashes) => this.credentials.peopleByToken(this.database, hashes, this.clock.now()));

  constructor(
    private readonly credentials: CredentialsStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Actor | false> {
    const token = /^Bearer +(wgt_[\w-]{43})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) return false;
    const person = await this.personOf(secretHash(token));
    return person ? actorOf(person, null) : false;
  }
}
