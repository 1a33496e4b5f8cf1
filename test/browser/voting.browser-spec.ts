import type { Page } from 'playwright-core';
import { type Poll, Polls } from './polls.js';
import { stage } from './stage.js';
import { votesOfEveryKind } from './votes-of-every-kind.js';

const SLUG = 'wgt17';
const MEMBERS = Array.from({ length: 8 }, (_, n) => `member${n + 1}@wgt17.example`);
const VOTER = 'member9@wgt17.example';
const THEMES = ['Trust', 'Data', 'Care', 'Power', 'Time'];
const DAYS = ['2027-03-06T10:00:00Z', '2027-03-13T10:00:00Z', '2027-04-03T09:00:00Z'];
const options = THEMES.map((title) => ({ title }));
const dates = DAYS.map((startsAt, n) => ({ title: `Saturday ${n + 1}`, startsAt }));

const NARROW = { width: 320, height: 640 };
/** Nothing has to be scrolled sideways to be read. */
const fits = async (tab: Page): Promise<void> => {
  const wide = (await tab.evaluate('document.documentElement.scrollWidth')) as number;
  expect([new URL(tab.url()).pathname, Math.max(320, wide - 1)]).toEqual([new URL(tab.url()).pathname, 320]);
};

describe('voting in a real browser', () => {
  const set = stage();
  const { somebody } = set;
  let polls: Polls;
  let proposals: { id: string; title: string }[];
  const page = (poll: Poll, rest = '', slug = SLUG): string => `/events/${slug}/ballots/${poll.id}${rest}`;

  beforeAll(async () => {
    polls = await Polls.at(set.product.origin, SLUG, MEMBERS);
    await polls.moveTo('voting');
    proposals = await polls.proposals();
  });

  it('every kind of ballot is filled in and changed without script, on a screen of 320 px', async () => {
    const person = await somebody({ javaScriptEnabled: false });
    const { page: tab } = person;
    await person.signIn(VOTER);
    await tab.setViewportSize(NARROW);
    const send = async (): Promise<void> => {
      await fits(tab);
      await tab.getByRole('button', { name: /my ballot$/ }).click();
      await tab.getByText('Your ballot counts since').waitFor();
      await fits(tab);
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
      // Rankings and points are looked at below, where they are more than what a visitor sees.
      if (poll !== ranking && poll !== points) await stranger.look(`vote-${name}-visitor`);
      await stranger.page.setViewportSize(NARROW);
      await fits(stranger.page);
    }
  });

  it('with script every change is saved at once, by keyboard, and a lost network loses nothing (VOT-4)', async () => {
    const person = await somebody();
    const { page: tab } = person;
    await person.signIn(VOTER);
    const saved = (): Promise<void> => tab.getByText('Saved and counted. Your receipt:').waitFor();
    const titles = (): Promise<(string | null)[]> =>
      tab.locator('.ranking li').evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getAttribute('data-title')));
    const poll = await polls.open({ title: 'Order of themes', method: 'ranked', options, rule: 'schulze' });
    await person.go(page(poll));
    await tab.getByRole('button', { name: 'Move up: Data' }).press('Enter');
    await tab.getByRole('button', { name: 'Move up: Care' }).press('Enter');
    await tab.getByRole('button', { name: 'Move up: Care' }).press('Enter');
    await saved();
    expect((await titles()).slice(0, 2)).toEqual(['Care', 'Data']);
    await person.look('vote-ranking-saved');
    const handle = (await tab.locator('li[data-title=Time] .drag').boundingBox())!;
    const top = (await tab.locator('.ranking li').first().boundingBox())!;
    const next = tab.waitForResponse((reply) => reply.url().endsWith('/my-ballot') && reply.request().method() === 'PUT');
    await tab.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await tab.mouse.down();
    await tab.mouse.move(top.x + top.width / 2, top.y + 2, { steps: 4 });
    await tab.mouse.up();
    expect(await titles()).toEqual(['Time', 'Care', 'Data']);
    expect((await next).status()).toBe(200);
    await tab.reload();
    expect(await titles()).toEqual(['Time', 'Care', 'Data']);

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

  it('a printed code casts a ballot and its receipt changes and finds it, without being signed in', async () => {
    const poll = await polls.open({ title: 'Themes on paper', method: 'support', options, maxChoices: 2 });
    const [code, other] = (await polls.codes(poll, 2)) as [string, string];
    const person = await somebody();
    const { page: tab } = person;
    await person.go(page(poll));
    await tab.getByLabel('Trust').check();
    await tab.getByRole('button', { name: 'Save my ballot' }).click();
    await tab.getByRole('alert').waitFor();
    await tab.getByLabel('Printed code').fill('AAAA-BBBB-CCCC');
    await tab.getByRole('button', { name: 'Save my ballot' }).click();
    await tab
      .getByText(/This code is not|not among those/)
      .first()
      .waitFor();
    await person.look('vote-code-refused');
    await tab.getByLabel('Printed code').fill(code.toLowerCase());
    await tab.getByRole('button', { name: 'Save my ballot' }).click();
    await tab.getByText('Your ballot counts since').waitFor();
    const receipt = await tab.locator('code.receipt').innerText();
    expect(receipt.replace(/\s/g, '')).toMatch(/^[0-9a-f]{32}$/);
    await person.look('vote-by-code');

    const later = await somebody({ javaScriptEnabled: false });
    await later.page.setViewportSize(NARROW);
    await later.go(page(poll));
    await later.page.getByLabel('Care').check();
    await later.page.getByLabel('Receipt').fill(receipt);
    await later.page.getByRole('button', { name: 'Save my ballot' }).click();
    await later.page.getByText('Your ballot counts since').waitFor();
    const newer = await later.page.locator('code.receipt').innerText();
    expect(newer).not.toBe(receipt);
    await fits(later.page);
    for (const [mine, answer] of [
      [newer, /This ballot is (in|recorded)/],
      [other, /No ballot has this receipt|32/],
    ] as const) {
      await later.go(page(poll, '/verify'));
      await later.page.getByLabel('Receipt').fill(mine);
      await later.page.getByRole('button', { name: 'Look it up' }).click();
      await later.page.getByText(answer).first().waitFor();
      await fits(later.page);
    }
    await person.go(page(poll, '/verify'));
    await person.look('receipt-check');
  });

  it('a result tells me what my ballot did, checked in my own browser (VOT-7)', async () => {
    const person = await somebody();
    const { page: tab } = person;
    await person.signIn('member1@wgt16.example');
    const wgt16 = await Polls.at(
      set.product.origin,
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
    const results: Record<string, Poll> = Object.fromEntries(
      await Promise.all(Object.entries(votesOfEveryKind(polls, options, dates)).map(async ([kind, poll]) => [kind, await poll] as const)),
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
      await Promise.all([person.look(`result-${kind}`), french.go(page(poll, '/result'))]);
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
    await tab.getByText(/was paid out of these shares and £[\d,.]+ is left in them/).waitFor();
    await tab
      .getByText(/At the final share its supporters still had/)
      .first()
      .waitFor();
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
