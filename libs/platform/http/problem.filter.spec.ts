import { asRefusal } from './problem.filter.js';

const code = (error: unknown): string | undefined => asRefusal(error)?.code;

describe('what becomes of an error', () => {
  it.each([
    'Connection terminated unexpectedly',
    'write EPIPE',
    'read ECONNRESET',
    'Client has encountered a connection error and is not queryable',
    'connect ECONNREFUSED /data/.s.PGSQL.5432',
    'timeout exceeded when trying to connect',
  ])('F10: a database that is away is no fault of ours: %s', (message) => {
    expect(code(new Error(message))).toBe('TRY_AGAIN');
  });

  it.each([
    ['57P01', 'TRY_AGAIN'],
    ['53300', 'TRY_AGAIN'],
    ['40001', 'TRY_AGAIN'],
    ['22003', 'BAD_INPUT'],
    ['23505', 'CONFLICT'],
    ['42703', undefined],
  ])('answers what the database says with SQLSTATE %s by %s', (sqlState, refusal) => {
    expect(code(Object.assign(new Error('x'), { code: sqlState }))).toBe(refusal);
  });
});
