import { followMail, openAccount } from './deeds.js';
import { stage } from './stage.js';

const [EMAIL, PASSWORD] = ['lea@leaving.example', 'three or four words'];

describe('leaving, in a real browser', () => {
  const { somebody } = stage();

  it.each([true, false])(
    'a member says what matters, changes it, and erases the account once nothing binds (script: %s)',
    async (script) => {
      const person = await somebody({ javaScriptEnabled: script });
      const { page } = person;
      // Without script the page cannot be measured.
      const look = (name: string) => (script ? person.look(name) : undefined);
      const email = `${script ? 'with' : 'without'}.${EMAIL}`;
      await person.go('/sign-up');
      await openAccount(person, { name: 'Lea Leaving', email, password: PASSWORD });
      await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
      await followMail(person, email);
      await page.getByRole('button', { name: 'Confirm my address' }).click();
      await page.getByText('Your address is confirmed').waitFor();

      await person.go('/events/wgt16/pledge');
      const wishes = page.getByRole('group', { name: 'What matters to you most?' }).getByRole('checkbox');
      const shown = await wishes.count();
      for (let n = 0; n < Math.min(shown, 6); n += 1) await wishes.nth(n).check();
      await page.getByRole('radio', { name: /– A place/ }).check();
      await page.getByRole('radio', { name: 'By bank transfer' }).check();
      await page.getByRole('button', { name: 'Check my answers' }).click();
      if (shown > 5) {
        await page.getByRole('link', { name: 'Choose at most five proposals' }).waitFor();
        await look('pledge-too-many-wishes');
        for (let n = 2; n < 6; n += 1) await wishes.nth(n).uncheck();
        await page.getByRole('button', { name: 'Check my answers' }).click();
      }
      await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
      await page.getByText('What matters to you most?').waitFor();
      await page.getByRole('button', { name: /^Pledge £/ }).click();
      await page.getByText('Thank you. Your pledge is made.').waitFor();
      await page.getByText('What matters to you most?').first().waitFor();
      await page.getByText('Change what matters to me').click();
      await page.getByRole('checkbox', { checked: true }).first().uncheck();
      await look('pledge-wishes');
      await page.getByRole('button', { name: 'Save what matters' }).click();
      await page.getByText('Your change is saved.').waitFor();

      await person.go('/me');
      await page.getByRole('link', { name: 'Take my data with me, or erase my account' }).click();
      await page.getByText('You have a pledge to').waitFor();
      await look('erase-bound');
      await page.getByRole('link', { name: 'Have a look' }).click();
      await page.getByText('Withdraw this pledge').click();
      await page.getByRole('button', { name: /^Withdraw £/ }).click();
      await page.getByText('Your pledge is withdrawn.').waitFor();

      await person.go('/me/erase');
      const erase = async (password: string) => {
        await page.getByLabel('Your password').fill(password);
        await page.getByRole('button', { name: 'Erase my account for good' }).click();
      };
      await erase('not my password');
      await page.getByRole('link', { name: 'This is not your password.' }).waitFor();
      await look('erase');
      await erase(PASSWORD);
      await page.getByText('Your account is erased.').waitFor();
      await look('erased');
      await person.go('/sign-in');
      await page.getByLabel('E-mail').first().fill(email);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: /^Sign in/ }).click();
      await page.getByText('E-mail address and password do not go together').first().waitFor();
    },
  );
});
