import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

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

/** What axe finds on the page as it is now. It is put into a page once, which may then be asked at every width; no page of ours has frames. */
export async function askAxe(page: Page): Promise<Violation[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  return page.evaluate<Violation[]>(ASK);
}
