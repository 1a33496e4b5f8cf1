import { Injectable } from '@nestjs/common';
import { HttpConfig, RuntimeConfig } from '#platform';
import { linkFor, opens } from '../domain/pledge-link.js';

interface Linked {
  id: string;
  link_version: number;
}

/** Makes and reads the links that open one pledge. */
@Injectable()
export class PledgeLinks {
  constructor(
    private readonly runtime: RuntimeConfig,
    private readonly http: HttpConfig,
  ) {}

  tokenFor(pledge: Linked): string {
    return linkFor(this.runtime.sessionSecret, pledge.id, pledge.link_version);
  }

  /** The page of a pledge, for whoever has the link. */
  pageFor(pledge: Linked): string {
    return `${this.http.publicUrl}/pledges/${pledge.id}?link=${this.tokenFor(pledge)}`;
  }

  /** Leads on to the payment page; with the link for people without an account. */
  checkoutPath(pledge: Linked, withLink: boolean): string {
    const path = `${this.http.publicUrl}/api/v1/pledges/${pledge.id}/checkout`;
    return withLink ? `${path}?link=${this.tokenFor(pledge)}` : path;
  }

  opens(link: string | undefined, pledge: Linked): boolean {
    return link !== undefined && opens(this.runtime.sessionSecret, link, pledge.id, pledge.link_version);
  }
}
