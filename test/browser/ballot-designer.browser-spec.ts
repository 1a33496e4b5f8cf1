import { join } from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { startEmbeddedPostgres } from '#platform';
import { Person, launchBrowser } from '../support/browser.js';
import { RunningProduct } from '../support/running.js';

/** A wall clock far enough in the future for any day on which this runs. */
const CLOSES = '2031-05-01T18:00';

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

describe('the ballot designer, in a real browser', () => {
  let product: RunningProduct;
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    [product, browser] = await Promise.all([RunningProduct.start(), launchBrowser()]);
  });

  beforeEach(async () => {
    person = await Person.at(browser, product.origin);
  });

  afterEach(async () => {
    expect(person.faults).toEqual([]);
    await person.close();
  });

  afterAll(async () => {
    await browser?.close();
    await product?.discard();
  });

  const goOn = () => person.page.getByRole('button', { name: /^(Go on|Save the draft and go on)$/ }).click();
  const question = (heading: string) => person.page.getByRole('heading', { name: heading }).waitFor();

  it('an organiser designs a vote within a pot, rehearses it, checks every frozen parameter and opens it', async () => {
    const { page } = person;
    await person.signInToAdmin('organiser@wgt17.example');
    await person.go('/admin/wgt17/ballots');
    await page.getByRole('link', { name: 'Prepare a ballot' }).click();
    await question('What kind of decision is it?');
    await goOn();

    await question('What do you ask?');
    await page.getByRole('textbox', { name: 'Title' }).fill('What the day should have');
    await page.getByRole('textbox', { name: 'Question' }).fill('Tick about three wishes.');
    await goOn();
    await question('Is money shared out?');
    await page.getByRole('textbox', { name: 'Pot' }).fill('3000');
    await goOn();
    await question('What can be chosen?');
    for (const wish of await page.getByRole('group').getByRole('checkbox').all()) await wish.check();
    await page.getByText('costs more than the pot').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('textbox', { name: 'Pot' }).fill('9000');
    await goOn();
    await page.getByText('costs more than the pot').waitFor({ state: 'detached' });
    await goOn();
    await question('How much may one person choose?');
    await page.getByText('Recommend about three picks').waitFor();
    await goOn();
    await question('Who may vote, and how secretly?');
    await goOn();
    await question('Until when?');
    await page.getByLabel('Closes').fill(CLOSES);
    await page.getByLabel('Hours prices must be public before').fill('0');
    await goOn();

    await question('Which rule decides?');
    await page.getByRole('button', { name: 'With made voters' }).click();
    await page.getByText('200 trial ballots counted.').waitFor();
    await person.look('designer-rehearsal');
    await page.getByRole('button', { name: 'Use this rule: Most votes first' }).click();
    await page.getByText('a bare majority can take everything').waitFor();
    await page.getByRole('button', { name: /^Use this rule: Equal shares, raised, rest by votes/ }).click();
    await goOn();

    await question('Check everything before you open it');
    await page.getByRole('button', { name: 'Open the vote' }).click();
    await page.getByRole('heading', { name: 'This is frozen now' }).waitFor();
    await page.getByRole('dialog').getByText('Secret: after the close nobody can tell').waitFor();
    await person.look('designer-freezes');
    await page.getByRole('button', { name: 'Open it now' }).click();
    await page.getByText('What was frozen at the opening').waitFor();
    await page
      .locator('p')
      .filter({ hasText: /^0 of \d+ people have voted$/ })
      .waitFor();
    await person.look('designer-opened');
  });

  it('a ballot on paper is entered with its printed code, and a lost code is made void (VOT-12)', async () => {
    const { page } = person;
    await person.signInToAdmin('organiser@wgt17.example');
    await person.go('/admin/wgt17/ballots');
    await page.getByRole('link', { name: 'What the day should have' }).click();
    await page.getByRole('button', { name: 'Make codes to print' }).click();
    await page.getByLabel('How many').fill('3');
    await page.getByRole('dialog').getByRole('button', { name: 'Make codes to print' }).click();
    const file = (await page.getByRole('link', { name: 'Download them' }).getAttribute('href'))!;
    const [, first] = decodeURIComponent(file).match(/^1,(\S+)/m)!;

    const enter = page.getByRole('dialog', { name: 'Enter a paper ballot' });
    await page.getByRole('button', { name: 'Enter a paper ballot' }).click();
    await enter.getByLabel('Code printed on the sheet').fill('WRONGCODE234');
    await enter.getByRole('switch').first().check();
    await enter.getByRole('button', { name: 'Enter a paper ballot' }).click();
    await enter.getByText('This is not a code of this vote.').waitFor();
    await person.look('paper-ballot-refused');
    expect(await enter.getByRole('switch').first().isChecked()).toBe(true);
    await enter.getByLabel('Code printed on the sheet').fill(first!);
    await enter.getByRole('button', { name: 'Enter a paper ballot' }).click();
    await page.getByText(/^Entered with code number 1\. Receipt for whoever handed it in: ([0-9a-f]{4} ?){8}$/).waitFor();

    await page.getByRole('button', { name: 'Void a code' }).click();
    await page.getByLabel('Number on the slip').fill('3');
    await page.getByLabel('Reason').fill('Fell into the river');
    await page.getByRole('dialog').getByRole('button', { name: 'Void a code' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await person.look('paper-codes');
  });

  it('a vote is taken in from a file: a broken one is refused with its code, line and place, a whole one leads to its page before it is counted', async () => {
    const { page } = person;
    await person.signInToAdmin('organiser@wgt17.example');
    await person.go('/admin/wgt17/ballots');
    await page.getByRole('link', { name: 'Take in a vote from a file' }).click();
    const takeIn = async (text: string): Promise<void> => {
      await page.locator('input[type=file]').setInputFiles({ name: 'elsewhere.pb', mimeType: 'text/plain', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: 'Take it in and count it' }).click();
    };
    await takeIn(PABULIB.replace('tea;150', 'tea;cheap'));
    await page.getByText('A cost cannot be read').waitFor();
    await person.look('take-in-refused');

    // Nobody can store a result, so the count lasts until we let it end.
    const server = await startEmbeddedPostgres({ dataDir: join(product.dataDir, 'postgres') });
    const sql = new pg.Client(server.url('wegettogether'));
    await sql.connect();
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
    await sql.end();
    await page.getByRole('heading', { name: 'What the other rules would have done' }).waitFor();
    await visitor.page.getByRole('button', { name: 'Look again' }).click();
    await visitor.page.getByText('Ballots counted', { exact: true }).waitFor();
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  });

  it('a venue is put to a ranking by keyboard alone, and what is missing is said at its question', async () => {
    const { page } = person;
    await person.signInToAdmin('organiser@wgt17.example');
    await person.go('/admin/wgt17/ballots/new');
    await question('What kind of decision is it?');
    await page.getByRole('radio', { name: /^Tick what you like/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('Put at most').or(page.getByText('Put them in order')).first().waitFor();
    await page.keyboard.press('Enter');
    await question('What do you ask?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Required').first().waitFor();
    await page.keyboard.type('Where do we meet?');
    await page.keyboard.press('Enter');
    await question('What can be chosen?');
    await page.getByRole('radio', { name: 'Options of this vote alone' }).check();
    await page.getByRole('textbox', { name: 'Options' }).fill('The hall\nThe library\nThe park');
    await page.getByRole('region', { name: 'What voters see' }).getByText('The library').waitFor();
    await person.look('designer-ranked');
  });

  it('a closed vote shows its result, what the other rules would have done, and the recount kit', async () => {
    const { page } = person;
    await person.signInToAdmin('organiser@wgt16.example');
    await person.go('/admin/wgt16/ballots');
    await page.getByRole('link', { name: 'What the money should buy' }).click();
    await page.getByRole('heading', { name: 'What the other rules would have done' }).waitFor();
    await page.getByRole('button', { name: /^Show all \d+ rules/ }).click();
    await page.getByRole('link', { name: 'Download the recount kit' }).waitFor();
    await person.look('ballot-closed');
    await person.go((await page.getByRole('link', { name: 'See the public page' }).getAttribute('href'))!);
    await page.locator('summary').filter({ hasText: 'The chain as it was published, day by day' }).click();
    await page.getByRole('columnheader', { name: 'Ballots cast by then' }).waitFor();
    await person.look('result-heads');
  });

  it('the phases of the budget process are dated, and everybody reads which it is now (PBG-1)', async () => {
    const { page } = person;
    await person.signInToAdmin('organiser@wgt17.example');
    await page.getByRole('menuitem', { name: 'Budget phases' }).click();
    await page.getByText('No phases are declared').waitFor();
    await page.getByRole('button', { name: 'Set the dates' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Accepting proposals').fill('2026-01-05T09:00');
    await form.getByLabel('Voting', { exact: true }).fill('2026-01-05T09:00');
    await form.getByRole('button', { name: 'Set the dates' }).click();
    await form.getByText('Must be later than the phase before it').waitFor();
    await form.getByText('Say when the process is finished').waitFor();
    await person.look('budget-phases-form');
    await form.getByLabel('Voting', { exact: true }).fill(CLOSES);
    await form.getByLabel('Finished').fill('2031-06-01T18:00');
    await form.getByRole('button', { name: 'Set the dates' }).click();
    await page.getByText('now', { exact: true }).waitFor();
    await person.look('budget-phases');
    await person.go('/events/wgt17');
    await page.getByText('Now: make proposals and support those of others. Until').waitFor();
    await person.look('event-with-phases');
  });
});
