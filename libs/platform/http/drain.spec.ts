import { once } from 'node:events';
import { type Server, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Drain } from './drain.js';

describe('a server that is to stop', () => {
  let server: Server;
  let drain: Drain;
  let asked = 0;

  beforeEach(async () => {
    asked = 0;
    server = createServer((request, response) => {
      asked += 1;
      if (request.headers.accept === 'text/event-stream')
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      else void wait(300).then(() => response.end('done'));
    });
    drain = new Drain(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => server.closeAllConnections());

  const ask = (headers = {}): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get({ port, host: '127.0.0.1', headers, agent: false }, (response) => {
        response.once('data', (data: Buffer) => resolve(`${response.statusCode} ${data.toString()}`));
      }).on('error', reject);
    });

  it('answers everybody who has been let in, and lets nobody in any more', async () => {
    const all = Array.from({ length: 20 }, () => ask());
    while (asked === 0) await wait(5);
    const { port } = server.address() as AddressInfo;
    await drain.empty();
    expect(await Promise.all(all)).toEqual(Array(20).fill('200 done'));
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  });

  it('does not wait for streams, which have no end', async () => {
    await ask({ accept: 'text/event-stream' });
    await drain.empty();
    expect(asked).toBe(1);
  });
});
