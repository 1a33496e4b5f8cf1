import { join } from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { startEmbeddedPostgres } from '#platform';
import { Person, launchBrowser } from '../support/browser.js';
import { RunningProduct } from '../support/running.js';

const PABULIB = `META
key;value
description;A vote from elsewhere
country;Nowhere
unit;Village
instance;2016
num_projects;2
num_votes;3
budget;500
rule;greedy
vote_type;approval
PROJECTS
project_id;cost;name
hall;450;A hall
tea;150;Tea
VOTES
voter_id;vote
1;hall,tea
2;tea
3;tea
`;

describe('a vote from a file, in a real browser', () => {
  let product: RunningProduct;
  let browser: Browser;
  let sql: pg.Client;
  let person: Person;

  beforeAll(async () => {
    [product, browser] = await Promise.all([RunningProduct.start(), launchBrowser()]);
    const server = await startEmbeddedPostgres({ dataDir: join(product.dataDir, 'postgres') });
    sql = new pg.Client(server.url('wegettogether'));
    await sql.connect();
    person = await Person.at(browser, product.origin);
  });

  afterAll(async () => {
    await sql?.end();
    await browser?.close();
    await product?.discard();
  });

  const takeIn = async (text: string): Promise<void> => {
    const buffer = Buffer.from(text);
    await person.page.locator('input[type=file]').setInputFiles({ name: 'elsewhere.pb', mimeType: 'text/plain', buffer });
    await person.page.getByRole('button', { name: 'Take it in and count it' }).click();
  };

  it('is refused where it is broken, with code, line and place', async () => {
    const { page } = person;
    await person.signInToAdmin('organiser@wgt17.example');
    await person.go('/admin/wgt17/ballots');
    await page.getByRole('link', { name: 'Take in a vote from a file' }).click();
    await takeIn(PABULIB.replace('tea;150', 'tea;cheap'));
    await page.getByText('A cost cannot be read').waitFor();
    await person.look('take-in-refused');
    expect(person.faults).toEqual([]);
  });

  it('leads to its page before it is counted, where the result appears by itself, and on the public one when asked again', async () => {
    const { page } = person;
    // Nobody can store a result, so the count lasts until we let it end.
    await sql.query('begin; lock table voting.result in share mode');
    await takeIn(PABULIB);
    await page.getByText('Taken in. Its ballots are being counted.').waitFor();
    await page.getByText('The ballots are being counted. The result appears here by itself.').waitFor();
    await page
      .locator('p')
      .filter({ hasText: /^3 of 3 people have voted$/ })
      .waitFor();
    await person.look('take-in-counting');

    const visitor = await Person.at(browser, product.origin);
    const [, id] = /ballots\/([\da-f-]+)/.exec(page.url())!;
    await visitor.go(`/events/wgt17/ballots/${id}/result`);
    await visitor.page.getByText('The ballots are being counted. That takes a moment.').waitFor();
    await visitor.look('result-being-counted');

    await sql.query('commit');
    await page.getByRole('heading', { name: 'What the other rules would have done' }).waitFor();
    await visitor.page.getByRole('button', { name: 'Look again' }).click();
    await visitor.page.getByText('Ballots counted', { exact: true }).waitFor();
    expect([...person.faults, ...visitor.faults]).toEqual([]);
  });
});
