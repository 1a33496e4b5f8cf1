import type { Browser } from 'playwright-core';
import { Person, launchBrowser } from '../support/browser.js';
import { RunningProduct } from '../support/running.js';
import { type Poll, Polls, ranked } from './polls.js';

jest.setTimeout(60_000);

const SLUG = 'wgt17';
const MEMBERS = Array.from({ length: 8 }, (_, n) => `member${n + 1}@wgt17.example`);
const VOTER = 'member9@wgt17.example';
const THEMES = ['Trust', 'Data', 'Care', 'Power', 'Time'];
const DAYS = ['2027-03-06T10:00:00Z', '2027-03-13T10:00:00Z', '2027-04-03T09:00:00Z'];
const options = THEMES.map((title) => ({ title }));
const dates = DAYS.map((startsAt, n) => ({ title: `Saturday ${n + 1}`, startsAt }));

describe('voting in a real browser', () => {
  let product: RunningProduct;
  let browser: Browser;
  let polls: Polls;
  let proposals: { id: string; title: string }[];
  const people: Person[] = [];

  const somebody = async (given = {}): Promise<Person> => {
    const person = await Person.at(browser, product.origin, given);
    people.push(person);
    return person;
  };
  const page = (poll: Poll, rest = '', slug = SLUG): string => `/events/${slug}/ballots/${poll.id}${rest}`;

  beforeAll(async () => {
    [product, browser] = await Promise.all([RunningProduct.start(), launchBrowser()]);
    polls = await Polls.at(product.origin, SLUG, MEMBERS);
    await polls.moveTo('voting');
    proposals = await polls.proposals();
  }, 120_000);

  afterEach(async () => {
    const faults = people.flatMap((person) => person.faults);
    await Promise.all(people.splice(0).map((person) => person.close()));
    expect(faults).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await product?.discard();
  });

  it('every kind of ballot is filled in and changed without script', async () => {
    const person = await somebody({ javaScriptEnabled: false });
    const { page: tab } = person;
    await person.signIn(VOTER);
    const send = async (): Promise<void> => {
      await tab.getByRole('button', { name: /my ballot$/ }).click();
      await tab.getByText('Your ballot counts since').waitFor();
    };
    const all = await Promise.all([
      polls.open({ title: 'Which themes?', method: 'support', options, maxChoices: 2 }),
      polls.open({ title: 'Points for themes', method: 'points', options, pointsBudget: 10, pointsCap: 6 }),
      polls.open({ title: 'The best theme', method: 'ranked', options, rule: 'irv' }),
      polls.open({ title: 'In March?', method: 'consent', question: 'Shall we meet in March?' }),
      polls.open({ title: 'Which day?', method: 'dates', options: dates }),
    ]);
    const [support, points, ranking, consent, days] = all as [Poll, Poll, Poll, Poll, Poll];

    await person.go(page(support));
    for (const theme of ['Trust', 'Data', 'Care']) await tab.getByLabel(theme).check();
    await tab.getByRole('button', { name: 'Cast my ballot' }).click();
    await tab.getByText('You have ticked too many').first().waitFor();
    await tab.getByLabel('Care').uncheck();
    await send();
    expect(await tab.getByLabel('Data').isChecked()).toBe(true);

    await person.go(page(points));
    await tab.getByLabel('Trust').fill('6');
    await tab.getByLabel('Time').fill('5');
    await tab.getByRole('button', { name: 'Cast my ballot' }).click();
    await tab.getByText('You have given more points than you have').first().waitFor();
    await tab.getByLabel('Time').fill('4');
    await send();
    await tab.getByText('0 of 10 points left').waitFor();

    await person.go(page(ranking));
    await tab.getByLabel('Care').selectOption('1');
    await tab.getByLabel('Power').selectOption('2');
    await send();
    expect(await tab.locator('.ranking li').first().getAttribute('data-title')).toBe('Care');

    await person.go(page(consent));
    await tab.getByLabel('I block').check();
    await tab.getByRole('button', { name: 'Cast my ballot' }).click();
    await tab.getByText('Say why you block').first().waitFor();
    await tab.getByLabel('Why do you block?').fill('Exams are in March.');
    await send();

    await person.go(page(days));
    await tab
      .getByRole('group', { name: /6 March 2027/ })
      .getByLabel('Maybe')
      .check();
    await tab
      .getByRole('group', { name: /3 April 2027 at 10:00 BST/ })
      .getByLabel('Yes')
      .check();
    await send();

    await person.go('/me');
    await tab.getByRole('heading', { name: 'My votes' }).waitFor();
    expect(await tab.locator('#my-votes ~ ul').getByText('you have voted').count()).toBeGreaterThanOrEqual(5);

    const stranger = await somebody();
    for (const [name, poll] of Object.entries({ support, points, ranking, consent, days })) {
      await stranger.go(page(poll));
      await stranger.look(`vote-${name}-visitor`);
      await stranger.page.setViewportSize({ width: 320, height: 640 });
      expect(await stranger.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(321);
      await stranger.page.setViewportSize({ width: 1280, height: 900 });
    }
  });

  it('with script every change is saved at once, by keyboard, and a lost network loses nothing (VOT-4)', async () => {
    const person = await somebody();
    const { page: tab } = person;
    await person.signIn(VOTER);
    const saved = (): Promise<void> => tab.getByText('Saved and counted. Your receipt:').waitFor();
    const poll = await polls.open({ title: 'Order of themes', method: 'ranked', options, rule: 'schulze' });
    await person.go(page(poll));
    await tab.getByRole('button', { name: 'Move up: Data' }).press('Enter');
    await tab.getByRole('button', { name: 'Move up: Care' }).press('Enter');
    await tab.getByRole('button', { name: 'Move up: Care' }).press('Enter');
    await saved();
    expect(await tab.locator('.ranking li').evaluateAll((rows) => rows.slice(0, 2).map((row) => row.getAttribute('data-title')))).toEqual([
      'Care',
      'Data',
    ]);
    await person.look('vote-ranking-saved');

    const points = await polls.open({ title: 'Dots', method: 'points', options, pointsBudget: 10 });
    await person.go(page(points));
    await tab.getByLabel('Trust').fill('7');
    await tab.getByText('3 of 10 points left').waitFor();
    await tab.getByLabel('Data').focus();
    await saved();
    await person.look('vote-points-saved');

    const [first, second, third, fourth] = proposals;
    const knapsack = await polls.open({
      title: 'Fill the pot',
      method: 'knapsack',
      rule: 'greedy_votes',
      pot: { amount: 620_000, currency: 'GBP' },
      proposalIds: [first, second, third, fourth].map((each) => each!.id),
    });
    await person.go(page(knapsack));
    const boxes = tab.getByRole('checkbox');
    await boxes.first().check();
    await tab.getByText(/Your choices cost £/).waitFor();
    await saved();
    expect(await tab.getByText(/^Does not fit: £/).count()).toBeGreaterThan(0);
    expect(await tab.locator('[data-why=NOT_ENOUGH_LEFT]').count()).toBeGreaterThan(0);
    const barred = tab.locator('input[aria-disabled=true]').first();
    await barred.click({ force: true });
    expect(await barred.isChecked()).toBe(false);
    await person.look('vote-knapsack-saved');

    await tab.context().setOffline(true);
    await boxes.first().uncheck();
    await tab.getByText('You are offline. Your ballot is kept on this device').waitFor();
    await tab.context().setOffline(false);
    await saved();
  });

  it('a result tells me what my ballot did, checked in my own browser (VOT-7)', async () => {
    const person = await somebody();
    const { page: tab } = person;
    await person.signIn('member1@wgt16.example');
    const wgt16 = await Polls.at(
      product.origin,
      'wgt16',
      ['member1', 'member2', 'member3', 'member4', 'member5', 'member6'].map((name) => `${name}@wgt16.example`),
    );
    await person.go('/events/wgt16/ballots');
    await tab.getByRole('link', { name: 'And if there is more?' }).click();
    await tab.getByRole('checkbox').first().check();
    await tab.getByRole('checkbox').nth(2).check();
    await tab.getByText('Saved and counted. Your receipt:').waitFor();
    await person.look('vote-approval-saved');
    const id = new URL(tab.url()).pathname.split('/').pop()!;
    await wgt16.close({ id, at: {} });
    await person.go(`/events/wgt16/ballots/${id}/result`);
    await tab.getByText('Your ballot was counted just as you cast it').waitFor();
    await tab.getByRole('table', { name: 'My virtual share and what it paid for' }).getByText('My share', { exact: true }).waitFor();
    await person.look('result-for-me');
    await tab.getByRole('link', { name: 'Check a receipt' }).first().click();
    await tab.getByRole('button', { name: 'Look it up' }).click();
    await tab.getByText('It is among the ballots that were counted.').waitFor();
  });

  it('results of every kind have their pictures, readings and tables, in both languages', async () => {
    const person = await somebody();
    const french = await somebody({ locale: 'fr-FR', javaScriptEnabled: false });
    const r = ranked;
    const results: Record<string, Poll> = Object.fromEntries(
      await Promise.all(
        Object.entries({
          irv: polls.counted({ title: 'One theme by rounds', method: 'ranked', options, rule: 'irv' }, (at) => [
            ...[r(at, 'Trust', 'Data'), r(at, 'Trust'), r(at, 'Trust', 'Care'), r(at, 'Data', 'Care'), r(at, 'Data', 'Care')],
            ...[r(at, 'Care', 'Data'), r(at, 'Power', 'Care', 'Data'), r(at, 'Time')],
          ]),
          schulze: polls.counted({ title: 'One theme by duels', method: 'ranked', options: options.slice(0, 3), rule: 'schulze' }, (at) => [
            ...[r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care')],
            ...[
              r(at, 'Data', 'Care', 'Trust'),
              r(at, 'Data', 'Care', 'Trust'),
              r(at, 'Care', 'Trust', 'Data'),
              r(at, 'Care', 'Trust', 'Data'),
            ],
          ]),
          pairs: polls.counted(
            { title: 'One theme by pairs', method: 'ranked', options: options.slice(0, 3), rule: 'ranked_pairs' },
            (at) => [
              ...[r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care'), r(at, 'Trust', 'Data', 'Care')],
              ...[
                r(at, 'Data', 'Care', 'Trust'),
                r(at, 'Data', 'Care', 'Trust'),
                r(at, 'Care', 'Trust', 'Data'),
                r(at, 'Care', 'Trust', 'Data'),
              ],
            ],
          ),
          stv: polls.counted({ title: 'Two themes', method: 'ranked', options, rule: 'scottish_stv', seats: 2 }, (at) => [
            ...[r(at, 'Trust', 'Data'), r(at, 'Trust', 'Data'), r(at, 'Trust', 'Data'), r(at, 'Trust', 'Care'), r(at, 'Data')],
            ...[r(at, 'Care', 'Power'), r(at, 'Power', 'Care'), r(at, 'Time')],
          ]),
          points: polls.counted({ title: 'Points', method: 'points', options, pointsBudget: 10, quorum: 50 }, (at) => [
            {
              points: [
                { optionId: at['Trust'], points: 7 },
                { optionId: at['Care'], points: 3 },
              ],
            },
            { points: [{ optionId: at['Care'], points: 10 }] },
          ]),
          consent: polls.counted({ title: 'In March', method: 'consent', question: 'Shall we meet in March?', talliesOnly: true }, () => [
            ...[{ answer: 'agree' }, { answer: 'agree' }, { answer: 'agree' }, { answer: 'abstain' }, { answer: 'disagree' }],
            { answer: 'block', reason: 'Exams are in March.' },
          ]),
          dates: polls.counted({ title: 'A day', method: 'dates', options: dates }, (at) => [
            ...[1, 2, 3, 4].map(() => ({
              dates: [
                { optionId: at['Saturday 1'], answer: 'yes' },
                { optionId: at['Saturday 2'], answer: 'maybe' },
              ],
            })),
            { dates: [{ optionId: at['Saturday 3'], answer: 'yes' }] },
          ]),
        }).map(async ([kind, poll]) => [kind, await poll] as const),
      ),
    );
    const expected: Record<string, string> = {
      irv: 'wins in round',
      schulze: 'No option beats every other. “Trust” wins',
      pairs: 'would have closed a ring',
      stv: 'Elected in',
      points: 'So this vote decides nothing',
      consent: 'Exams are in March.',
      dates: 'Most people can come on',
    };
    for (const [kind, poll] of Object.entries(results)) {
      await person.go(page(poll, '/result'));
      await person.page.getByText(expected[kind]!).first().waitFor();
      await person.look(`result-${kind}`);
      await french.go(page(poll, '/result'));
      expect(await french.page.locator('main').textContent()).not.toMatch(/\b(result|duels|rounds|rules|totals|consentVote)\.[a-zA-Z]+/);
    }
    const gone = await polls.open({ title: 'A mistake', method: 'support', options });
    await polls.makeVoid(gone, 'The question was not the one that was agreed.');
    await person.go(page(gone, '/result'));
    await person.page.getByText('The question was not the one that was agreed.').waitFor();
  });

  it('a vote within a pot tells who paid for what, and every rule beside it', async () => {
    const person = await somebody();
    const { page: tab } = person;
    await person.go('/events/wgt16/ballots');
    await tab.getByRole('link', { name: 'What the money should buy' }).click();
    await tab.getByRole('heading', { name: 'Who paid for what' }).waitFor();
    await person.look('result-budget');
    const french = await somebody({ locale: 'fr-FR' });
    await french.go(new URL(tab.url()).pathname);
    await french.look('fr-result-budget');
    await tab.getByRole('link', { name: 'See what every rule would make of these ballots' }).click();
    await tab.getByRole('heading', { name: 'What each would choose' }).waitFor();
    await person.look('comparison');
    await person.go('/events/wgt16/voices');
    await tab.getByRole('heading', { name: 'Places by votes and by pledges' }).waitFor();
    await person.look('two-voices');
    await tab.emulateMedia({ colorScheme: 'dark' });
    await person.go(new URL(french.page.url()).pathname);
    await person.look('result-budget-dark');
  });
});
