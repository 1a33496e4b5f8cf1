import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { KIT_SAMPLES, type SampleKit } from '../../libs/voting/domain/spec-support/kit-sample.js';
import { Person, launchBrowser } from '../support/browser.js';

describe('the receipt page of a recount kit, opened from a folder without a network', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    folder = mkdtempSync(join(tmpdir(), 'kit-page-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(kit: SampleKit, locale = 'en-GB'): Promise<{ person: Person; asked: string[] }> {
    const file = join(folder, 'index.html');
    writeFileSync(file, kit.files.get('index.html')!);
    const person = await Person.at(browser, pathToFileURL(file).href, { locale });
    const asked: string[] = [];
    person.page.on('request', (request) => asked.push(request.url()));
    await person.go('');
    return { person, asked };
  }

  it('tells a voter by keyboard that the ballot was counted and what it paid for, and is accessible', async () => {
    const kit = KIT_SAMPLES[0]![1]();
    const { person, asked } = await opened(kit);
    const { page } = person;
    await page.getByLabel(/Receipt code/).fill(kit.casts[5]!.code);
    for (const number of [3, 4, 5]) {
      await page.locator(`#option-${number}`).focus();
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Your ballot was counted.').waitFor();
    const answer = await page.getByRole('status').innerText();
    expect(answer).toContain('Its place in the log is 6 of 7.');
    expect(answer).toContain('1 of 6 published ballots say the same.');
    expect(answer).toContain('The chain of the log holds');
    expect(await page.getByRole('row').count()).toBeGreaterThan(2);
    await person.look('receipt-page');
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByText('Votre bulletin a été compté.').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.locator('#option-3').uncheck();
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await page.getByText(/Aucun dépôt n’a ce reçu/).waitFor();
    expect(person.faults).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await person.close();
  });

  it.each(KIT_SAMPLES.slice(2))(
    'has a form for the ballots of %s',
    async (_name, make) => {
      const kit = make();
      const { person } = await opened(kit, 'fr-FR');
      const { ballot, code } = kit.casts[1]!;
      const { page } = person;
      await page.getByLabel(/Code de reçu/).fill(code.toUpperCase());
      const number = (option: string): string => option[7]!;
      if (ballot.kind === 'choices') for (const option of ballot.choices) await page.locator(`#option-${number(option)}`).check();
      if (ballot.kind === 'points')
        for (const { option, points } of ballot.points) await page.locator(`#option-${number(option)}`).fill(`${points}`);
      if (ballot.kind === 'ranked')
        for (const { option, rank } of ballot.ranks) await page.locator(`#option-${number(option)}`).fill(`${rank}`);
      if (ballot.kind === 'dates')
        for (const { option, answer } of ballot.answers) await page.locator(`#option-${number(option)}-${answer}`).check();
      if (ballot.kind === 'consent') await page.locator(`#consent-${ballot.answer}`).check();
      await page.getByRole('button', { name: 'Vérifier' }).click();
      await page.getByText('Votre bulletin a été compté.').waitFor();
      await person.look(`receipt-page-${kit.ballotFile.split('.')[1]}-${ballot.kind}`);
      expect(person.faults).toEqual([]);
      await person.close();
    },
    60_000,
  );
});
