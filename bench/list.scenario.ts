import { EVENT, callerId } from './database.js';
import { type Parts, type Scenario, bearer, signed } from './contender.js';
import { keepBusy, overHttp } from './load.js';
import { LIST } from './statements.js';

/** The first page of proposals, with the caller's own supports. */
export function listScenario({ pool, ports }: Parts): Scenario {
  return {
    name: 'list',
    title: '6 list of 25 with my votes',
    goal: 0.25,
    contenders: [
      {
        name: 'floor',
        run: (seconds) =>
          keepBusy(
            seconds,
            async () => (await pool.query({ name: 'list', text: LIST, values: [EVENT.id, callerId(1)] })).rows.length === 25,
          ),
      },
      {
        name: 'reference',
        run: (seconds) => overHttp(ports.reference, seconds, () => ({ method: 'GET', path: '/list', headers: signed(1) })),
      },
      {
        name: 'product',
        run: (seconds) =>
          overHttp(ports.product, seconds, () => ({
            method: 'GET',
            path: `/api/v1/events/${EVENT.slug}/proposals?limit=25`,
            headers: bearer(1),
          })),
      },
    ],
  };
}
