import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { fastify as makeFastify } from 'fastify';
import { readConfig } from '../config/config.js';
import { logAnswers, logOf, scrub } from './log.js';

describe('the log', () => {
  it.each([
    ['550 <ann.b+x@mail.example.org>: no such mailbox', '550 <[address]>: no such mailbox'],
    ['no account for "ann@example.org", sorry', 'no account for "[address]", sorry'],
    ['link /confirm/eHOTxwlUwmxUwQZYFa8JXKB098puoQlukf_HiVKGu3Y failed', 'link /confirm/[secret] failed'],
    ['Bearer wgt_eHOTxwlUwmxUwQZYFa8JXKB098puoQlukf_HiVKGu3Y', 'Bearer [secret]'],
    ['key sk_test_0123456789abcdef', 'key [secret]'],
    ['attempt 01a22955-3f62-76bd-a616-218943995af5 left for the sweep', 'attempt 01a22955-3f62-76bd-a616-218943995af5 left for the sweep'],
    ['at node_modules/@nestjs/core/router.js:3:1', 'at node_modules/@nestjs/core/router.js:3:1'],
  ])('says no address and no secret: %s', (said, logged) => {
    expect(scrub(said)).toBe(logged);
  });

  it('is one line of JSON in production, whatever was handed to it', () => {
    const config = readConfig({ DATABASE_URL: 'postgresql://x@localhost/x', STRIPE_API_BASE: 'http://127.0.0.1:1' });
    const lines: string[] = [];
    const streams = (['stdout', 'stderr'] as const).map((name) =>
      jest.spyOn(process[name], 'write').mockImplementation((text) => lines.push(String(text)) > 0),
    );
    const log = logOf({ ...config, runtime: { ...config.runtime, production: true } });
    log.error({ requestId: 'r-1', fault: 'Error: key (email)=(ann@example.org) exists' }, 'http');
    log.warn('mail 7 not sent: 550 <ann@example.org>', 'mail');
    streams.forEach((stream) => stream.mockRestore());
    expect(lines.length).toBe(2);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ level: expect.stringMatching(/error|warn/) });
      expect(line).not.toContain('ann@');
    }
    expect(lines[0]).toContain('r-1');
  });

  it.each([
    ['silent', []],
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn']],
    ['debug', ['error', 'warn', 'debug']],
    ['trace', ['error', 'warn', 'debug', 'log']],
  ])('at LOG_LEVEL=%s tells %j', (level, told) => {
    const log = logOf(readConfig({ DATABASE_URL: 'postgresql://x@localhost/x', STRIPE_API_BASE: 'http://127.0.0.1:1', LOG_LEVEL: level }));
    expect((['error', 'warn', 'debug', 'log'] as const).filter((kind) => log.isLevelEnabled(kind))).toEqual(told);
  });

  it('tells of each answer by its route and the id of who asked, from LOG_LEVEL=debug on', async () => {
    const config = readConfig({ DATABASE_URL: 'postgresql://x@localhost/x', STRIPE_API_BASE: 'http://127.0.0.1:1', LOG_LEVEL: 'debug' });
    const said: unknown[] = [];
    const debug = jest.spyOn(Logger.prototype, 'debug').mockImplementation((line: unknown) => void said.push(line));
    const fastify = makeFastify();
    logAnswers(fastify, config);
    fastify.get('/of/:who', () => ({}));
    await fastify.inject('/of/ann?email=ann@example.org');
    await fastify.close();
    debug.mockRestore();
    expect(said).toEqual([expect.objectContaining({ method: 'GET', route: '/of/:who', status: 200, actorId: null })]);
    expect(JSON.stringify(said)).not.toContain('ann');
  });
});
