import { Injectable } from '@nestjs/common';
import type { EventScope } from './access.js';

type Resolver = (slug: string) => Promise<EventScope | undefined>;

/** Turns a slug into the event it names. The events module registers how; nobody needs to import it for that. */
@Injectable()
export class EventScopes {
  private resolver: Resolver = () => Promise.resolve(undefined);

  register(resolver: Resolver): void {
    this.resolver = resolver;
  }

  resolve(slug: string): Promise<EventScope | undefined> {
    return this.resolver(slug);
  }
}
