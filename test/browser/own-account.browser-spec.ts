import type { Person } from '../support/browser.js';
import { followMail, openAccount } from './deeds.js';
import { stage } from './stage.js';

const PASSWORD = 'three or four words';

describe('people and their accounts, in a real browser', () => {
  const { somebody } = stage();

  /** An owner at their desk who invites that address to that role. */
  async function invite({ page }: Person, email: string, role: string): Promise<void> {
    await page.getByRole('button', { name: 'Invite a person' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('E-mail').fill(email);
    await form.getByLabel('Role').click();
    await page.getByRole('option', { name: role, exact: true }).click();
    await form.getByRole('button', { name: 'Invite a person' }).click();
    await form.waitFor({ state: 'hidden' });
  }

  async function ownerAtTheTeam(): Promise<Person> {
    const owner = await somebody();
    await owner.signInToAdmin('owner@wgt16.example');
    await owner.go('/admin/wgt16/team');
    await owner.page.getByRole('heading', { name: 'Open invitations' }).waitFor();
    return owner;
  }

  it('a newcomer who signs up, then asks for a link, then for a new password, ends on the invitation each time', async () => {
    const owner = await ownerAtTheTeam();
    const email = 'nia@newcomers.example';
    await invite(owner, email, 'Crew');
    const nia = await somebody({ javaScriptEnabled: false });
    const { page } = nia;
    const arrive = async (): Promise<void> => {
      await page.getByRole('heading', { name: 'Take up your role' }).waitFor();
      await page.getByText(`You take it up as Nia Newcomer, ${email}.`).waitFor();
      expect(new URL(page.url()).pathname).toBe('/invitation');
    };
    await followMail(nia, email);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('link', { name: 'Open an account' }).click();
    await openAccount(nia, { name: 'Nia Newcomer', email, password: PASSWORD });
    await page.getByRole('link', { name: 'Ask again' }).click();
    await openAccount(nia, { name: 'Nia Newcomer', email, password: PASSWORD });
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await followMail(nia, email);
    expect(page.url()).not.toContain('invitation');
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await arrive();
    await page.getByText('Your address is confirmed').waitFor();
    await page.getByRole('button', { name: 'I will help' }).click();
    await page.getByText('You have taken up your role.').waitFor();

    await invite(owner, email, 'Speaker');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You are signed out').waitFor();
    await followMail(nia, email);
    const invitation = page.url();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send me a sign-in link instead' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await followMail(nia, email);
    await page.getByRole('button', { name: 'Sign me in' }).click();
    await arrive();

    await nia.go('/me');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByText('You are signed out').waitFor();
    await page.goto(invitation);
    await page.getByRole('link', { name: 'I have forgotten my password' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await followMail(nia, email);
    await page.getByLabel('New password').fill(`${PASSWORD} more`);
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByText('Your new password is set. Sign in with it.').waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(`${PASSWORD} more`);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await arrive();
  });

  it('a mail that is opened in another browser leads to the invitation there, and so does one asked for in place of a dead one', async () => {
    const owner = await ownerAtTheTeam();
    const email = 'otto@newcomers.example';
    await invite(owner, email, 'Crew');
    const atTheDesk = await somebody({ javaScriptEnabled: false });
    await followMail(atTheDesk, email);
    await atTheDesk.page.getByRole('link', { name: 'Open an account' }).click();
    await openAccount(atTheDesk, { name: 'Otto', email, password: PASSWORD });
    await atTheDesk.page.getByRole('heading', { name: 'Look into your mail' }).waitFor();

    const onThePhone = await somebody({ javaScriptEnabled: false });
    await followMail(onThePhone, email);
    const confirmation = onThePhone.page.url();
    expect(confirmation).not.toContain('invitation');
    await onThePhone.page.getByRole('button', { name: 'Confirm my address' }).click();
    await onThePhone.page.getByText(`You take it up as Otto, ${email}.`).waitFor();

    const later = await somebody({ javaScriptEnabled: false });
    await later.page.goto(confirmation);
    await later.page.getByRole('button', { name: 'Confirm my address' }).click();
    await later.page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await later.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await later.page.getByLabel('E-mail').fill(email);
    await later.page.getByRole('button', { name: 'Send me a sign-in link instead' }).click();
    await later.page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const elsewhere = await somebody({ javaScriptEnabled: false });
    await followMail(elsewhere, email);
    await elsewhere.page.getByRole('button', { name: 'Sign me in' }).click();
    await elsewhere.page.getByText(`You take it up as Otto, ${email}.`).waitFor();
  });

  it('an owner sees who has not answered yet and takes an invitation back, whose link then says what to do', async () => {
    const owner = await ownerAtTheTeam();
    const { page } = owner;
    await invite(owner, 'member4@wgt16.example', 'Crew');
    const invited = await somebody();
    await invited.signIn('member4@wgt16.example');
    await followMail(invited, 'member4@wgt16.example');
    await invited.page.getByText('You are invited to help with “We Get Together 2016”.').waitFor();
    await invited.page.getByText('Your role: Crew.').waitFor();
    await invited.look('invitation');
    const other = await somebody();
    await other.signIn('member7@wgt16.example');
    await followMail(other, 'member4@wgt16.example');
    await other.page.getByText('was sent to another address than member7@wgt16.example').waitFor();
    await other.look('invitation-of-another');
    await other.page.getByRole('button', { name: 'Sign in with another account' }).click();
    await other.page.getByText('You are signed out on this device.').waitFor();
    await other.page.getByLabel('E-mail').fill('member4@wgt16.example');
    await other.page.getByLabel('Password').fill('demo-password-2016');
    await other.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await other.page.getByText('Your role: Crew.').waitFor();

    const row = page.getByRole('row').filter({ hasText: 'member4@wgt16.example' }).filter({ hasText: 'Take the invitation back' });
    await row.waitFor();
    await owner.look('admin-team-invitations');
    await row.getByRole('button', { name: 'Take the invitation back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take the invitation back' }).click();
    await page.getByText('The invitation is taken back.').waitFor();
    await row.waitFor({ state: 'hidden' });

    await invited.page.getByRole('button', { name: 'I will help' }).click();
    await invited.page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await invited.page.getByText('was sent to another address than member4@wgt16.example').waitFor();
    await invited.page.reload();
    await invited.page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await invited.look('invitation-dead');
  });

  it('who asks for a link in the admin ends in the admin', async () => {
    const treasurer = await somebody();
    const { page } = treasurer;
    const email = 'treasurer@wgt16.example';
    await treasurer.go('/admin/');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send me a link instead' }).click();
    await page.getByText('If we know this address, a link is on its way.').waitFor();
    // Whoever signs in on the site meanwhile stays on the site.
    await treasurer.signIn('member3@wgt16.example');
    expect(new URL(page.url()).pathname).toBe('/');
    expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('back');
    await followMail(treasurer, email);
    await page.getByRole('button', { name: 'Sign me in' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/admin/'));
    await page.getByRole('navigation').or(page.getByRole('menuitem')).first().waitFor();
  });

  it.each([true, false])(
    'a member changes their name and language, and it is felt at once, also elsewhere (script: %s)',
    async (script) => {
      const email = `member${script ? 5 : 6}@wgt16.example`;
      const person = await somebody({ javaScriptEnabled: script });
      const { page } = person;
      // Without script the page cannot be measured.
      const look = (name: string) => (script ? person.look(name) : undefined);
      await person.signIn(email);
      await person.go('/me');
      await page.getByText('My name and my language').click();
      await page.getByLabel('Your name').fill('   ');
      await look('about-me');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('link', { name: 'Enter your name' }).waitFor();
      await look('about-me-fault');
      await page.getByLabel('Your name').fill('Noor van Dam');
      await page.getByRole('radio', { name: 'Français' }).check();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Votre nom et votre langue sont enregistrés.').waitFor();
      await page.getByRole('heading', { name: 'Bonjour, Noor van Dam' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      await look('fr-about-me-saved');

      const elsewhere = await somebody({ javaScriptEnabled: script });
      await elsewhere.signIn(email);
      await elsewhere.go('/me');
      await elsewhere.page.getByRole('heading', { name: 'Bonjour, Noor van Dam' }).waitFor();
      await elsewhere.page.getByRole('button', { name: 'English' }).click();
      await elsewhere.page.getByRole('heading', { name: 'Hello, Noor van Dam' }).waitFor();
      await elsewhere.page.getByText('My name and my language').click();
      expect(await elsewhere.page.getByRole('radio', { name: 'English' }).isChecked()).toBe(true);
    },
  );
});
