import type { FastifyInstance } from 'fastify';
import { type Operation, operationsOf, readContract } from './contract.js';
import { Judge } from './fuzz/judge.js';

/** `GET /api/v1/events/:slug` as the contract writes it. */
const nameOf = (method: string, path: string): string => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`;

/** Read and compiled once a spec file, for all of its worlds. */
let kept: { operations: Map<string, Operation>; judge: Judge } | undefined;

function contract(): NonNullable<typeof kept> {
  const read = readContract();
  return { operations: new Map(operationsOf(read).map((one) => [nameOf(one.method, one.path), one])), judge: new Judge(read) };
}

/** Every answer given in a test is compared with the contract: one that it does not describe becomes a 500 that says what is wrong. */
export function keepContract(fastify: FastifyInstance): void {
  const { operations, judge } = (kept ??= contract());
  fastify.addHook('onSend', async ({ method, routeOptions }, reply, payload) => {
    const operation = operations.get(nameOf(method, routeOptions.url ?? ''));
    if (!operation || typeof payload !== 'string' || reply.statusCode >= 500) return payload;
    const type = String(reply.getHeader('content-type') ?? '');
    const faults = judge.faults(operation, { status: reply.statusCode, type, body: payload }, false);
    if (!faults.length) return payload;
    const said = `${operation.method} ${operation.path} ${faults.join('; ')}`;
    console.error(said);
    reply.code(500).type('text/plain');
    return said;
  });
}
