import type { Response } from 'superagent';

/** For `request.buffer().parse(bytes)`: the answer's body as it came, whatever it says it is. */
export function bytes(reply: Response, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  reply.on('data', (part: Buffer) => parts.push(part));
  reply.on('end', () => done(null, Buffer.concat(parts)));
}
