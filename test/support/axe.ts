import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright-core';

interface Violation {
  id: string;
  impact: string;
  /** The first element of which it is true. */
  html: string;
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page. */
const ASK = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0].html.slice(0, 160) })))`;

/**
 * What axe finds on the page as it is now. It is put into a page once, which may then be asked at every width; no page of ours has frames.
 * Chromium is spoken to directly: on its way through Playwright the text of axe costs twice as much.
 */
export async function askAxe(chromium: CDPSession): Promise<Violation[]> {
  if (!(await evaluate<boolean>(chromium, '"axe" in window'))) await evaluate(chromium, `${AXE}; undefined`);
  return evaluate<Violation[]>(chromium, ASK);
}

async function evaluate<T>(chromium: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await chromium.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
