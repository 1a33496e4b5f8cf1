import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Of the 25 s that a stop may take (spec/reliability.md §5 rule 13): for those who are at the door, and for those who are in. */
const AT_THE_DOOR_MS = 2_000;
const INSIDE_MS = 8_000;
const LOOK_EVERY_MS = 100;

/**
 * Lets everybody who has been let in be served before the application is closed: a page asks the application several things in turn,
 * and would fail half-way. Streams of events have no end of their own and are not waited for.
 */
export class Drain {
  private readonly underWay = new Map<ServerResponse, IncomingMessage>();
  private closing = false;

  constructor(private readonly server: Server) {
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      this.underWay.set(response, request);
      response.once('close', () => this.underWay.delete(response));
      if (this.closing) response.setHeader('connection', 'close');
    });
  }

  async empty(): Promise<void> {
    this.closing = true;
    // Whoever has connected but was not let in yet would be cut off with the door.
    await this.quiet(AT_THE_DOOR_MS);
    // The HTTP server's own `close` also cuts connections whose first request has not been read yet.
    NetServer.prototype.close.call(this.server);
    await this.quiet(INSIDE_MS);
  }

  private async quiet(within: number): Promise<void> {
    for (let waited = 0; waited < within; waited += LOOK_EVERY_MS) {
      await wait(LOOK_EVERY_MS);
      if (![...this.underWay.values()].some((request) => !isStream(request))) return;
    }
  }
}

const isStream = ({ headers }: IncomingMessage): boolean => headers.accept?.includes('text/event-stream') ?? false;
