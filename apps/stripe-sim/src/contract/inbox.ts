import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Letter {
  body: string;
  signature: string;
}

/** A shop's webhook address that keeps what it gets, and answers with `status`. */
export class Inbox {
  readonly letters: Letter[] = [];
  status = 200;
  /** Milliseconds until it answers. */
  delay = 0;
  private server!: Server;

  async open(): Promise<string> {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const signature = request.headers['stripe-signature'];
        if (this.status === 200) this.letters.push({ body: Buffer.concat(chunks).toString('utf8'), signature: String(signature) });
        response.statusCode = this.status;
        setTimeout(() => response.end(), this.delay);
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** The types of the events taken, in order of arrival. */
  get types(): string[] {
    return this.letters.map((l) => (JSON.parse(l.body) as { type: string }).type);
  }

  get ids(): string[] {
    return this.letters.map((l) => (JSON.parse(l.body) as { id: string }).id);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
