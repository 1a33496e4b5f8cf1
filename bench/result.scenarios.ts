import { EVENT } from './database.js';
import type { Parts, Scenario } from './contender.js';
import { type Call, keepBusy, overHttp } from './load.js';
import { RESULT } from './statements.js';

/** A result that everybody opens when a vote has closed: what the page asks for, and the page itself. */
export function resultScenarios({ pool, ports, countedVote }: Parts): Scenario[] {
  const asked = (name: string, title: string, goal: number, path: string): Scenario => ({
    ...{ name, title, goal },
    contenders: [
      {
        name: 'floor',
        run: (seconds) =>
          keepBusy(seconds, async () => (await pool.query({ name: 'result', text: RESULT, values: [countedVote] })).rows.length === 1),
      },
      { name: 'reference', run: (seconds) => overHttp(ports.reference, seconds, (): Call => get(`/result/${countedVote}`)) },
      { name: 'product', run: (seconds) => overHttp(ports.product, seconds, (): Call => get(path)) },
    ],
  });
  return [
    asked('result', 'result of a vote', 0.25, `/api/v1/events/${EVENT.slug}/ballots/${countedVote}/result`),
    asked('result-page', 'result page, rendered', 0, `/events/${EVENT.slug}/ballots/${countedVote}/result`),
  ];
}

const get = (path: string): Call => ({ method: 'GET', path, headers: {} });
