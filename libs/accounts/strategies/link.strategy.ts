import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { refuse } from '../domain/accounts.refusals.js';
import { UseLink } from '../use-cases/use-link.js';

/** Knows a person by a one-time link from a mail. The link is used up by the route, once the rest of the request has been found good. */
@Injectable()
export class LinkStrategy extends PassportStrategy(Strategy, 'link') {
  constructor(private readonly links: UseLink) {
    super();
  }

  async validate(request: FastifyRequest): Promise<{ link: string }> {
    const { token } = (request.body ?? {}) as { token?: unknown };
    if (typeof token !== 'string' || token.length > 100) throw refuse.LINK_DEAD();
    await this.links.refuseDead(token);
    return { link: token };
  }
}
