import { stage } from './stage.js';

const SPARK = 'Bring umbrellas for everybody, says a man who sells umbrellas.';

describe('the team in a real browser', () => {
  const { somebody } = stage();

  it('a member reports a spark, and the moderator hides it and shows it again by keyboard', async () => {
    const author = await somebody();
    await author.signIn('member1@wgt16.example');
    await author.go('/sparks?event=wgt16');
    await author.page.getByLabel('Your spark').fill(SPARK);
    await author.page.getByRole('button', { name: 'Post this spark' }).click();
    await author.page.getByText('Your spark is on the wall.').waitFor();

    const reader = await somebody();
    await reader.signIn('member2@wgt16.example');
    await reader.go('/sparks?event=wgt16&sort=newest');
    await reader.page.getByRole('link', { name: SPARK }).click();
    await reader.page.getByText('Report a problem with this').first().click();
    await reader.look('spark-report');
    await reader.page.getByRole('button', { name: 'Tell the moderators' }).first().click();
    await reader.page.getByText('Thank you. A moderator will look at it.').waitFor();

    const moderator = await somebody();
    const { page } = moderator;
    await moderator.signInToAdmin('moderator@wgt16.example');
    await moderator.look('admin-moderator');
    await page.getByRole('menuitem', { name: 'Moderation' }).click();
    await page.getByRole('heading', { name: 'Moderation', level: 1 }).waitFor();
    const reported = page.getByRole('listitem').filter({ hasText: SPARK });
    await reported.waitFor();
    await moderator.look('admin-moderation');
    for (let i = 0; i < 10 && (await reported.getAttribute('aria-current')) !== 'true'; i += 1) await page.keyboard.press('j');
    await page.keyboard.press('h');
    await page.getByText('Hidden. Restore shows it again.').waitFor();
    await reader.go('/sparks?event=wgt16&sort=newest');
    expect(await reader.page.getByText(SPARK).count()).toBe(0);
  });

  it('a volunteer logs hours and the coordinator confirms them', async () => {
    const volunteer = await somebody();
    await volunteer.signInToAdmin('volunteer@wgt16.example');
    await volunteer.page.getByRole('menuitem', { name: 'Hours' }).click();
    await volunteer.page.getByRole('button', { name: 'Log my hours' }).click();
    const form = volunteer.page.getByRole('dialog');
    await form.getByLabel(/^Day/).fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    await form.getByLabel(/^Hours/).fill('2.5');
    await form.getByLabel(/^What for/).fill('Carried the chairs upstairs');
    await form.getByRole('button', { name: 'Log my hours' }).click();
    await volunteer.page.getByText('Carried the chairs upstairs').waitFor();
    await volunteer.look('admin-hours-logged');

    const coordinator = await somebody();
    await coordinator.signInToAdmin('coordinator@wgt16.example');
    await coordinator.look('admin-coordinator');
    await coordinator.page.getByRole('menuitem', { name: 'Hours' }).click();
    const row = coordinator.page.getByRole('row').filter({ hasText: 'Carried the chairs upstairs' });
    await row.getByRole('button', { name: 'Confirm' }).click();
    await row.getByText('Confirmed').waitFor();
    await coordinator.look('admin-hours-confirmed');
  });

  it('the sponsor lead takes an organisation from lead to agreed, and a second person signs the contract', async () => {
    const lead = await somebody();
    await lead.signInToAdmin('sponsors@wgt16.example');
    await lead.look('admin-sponsors');
    await lead.page.getByRole('menuitem', { name: 'Deals' }).click();
    await lead.page.getByRole('link', { name: 'Lakeside Pharmacy' }).click();
    await lead.page.getByRole('heading', { name: 'Lakeside Pharmacy' }).waitFor();
    for (const [step, state] of [
      ['Contacted', 'Contacted'],
      ['Proposed', 'Proposed'],
      ['Negotiating', 'Negotiating'],
      ['Agreed', 'Agreed'],
    ] as const) {
      await lead.page.getByRole('button', { name: step, exact: true }).click();
      await lead.page.getByText(state, { exact: true }).first().waitFor();
    }
    await lead.page.getByRole('button', { name: 'Sign the contract' }).waitFor();
    await lead.look('admin-deal');

    const organiser = await somebody();
    await organiser.signInToAdmin('organiser@wgt16.example');
    await organiser.look('admin-organiser');
    await organiser.page.getByRole('menuitem', { name: 'Deals' }).click();
    await organiser.page.getByRole('link', { name: 'Lakeside Pharmacy' }).click();
    await organiser.page.getByRole('heading', { name: 'Lakeside Pharmacy' }).waitFor();
    await organiser.page.getByRole('button', { name: 'Sign the contract' }).click();
    await organiser.page.getByText('Next, a treasurer sends the invoice.').waitFor();
    expect(await organiser.page.getByRole('button', { name: 'Send the invoice' }).count()).toBe(0);
    await organiser.look('admin-deal-contracted');
  });

  it('the organiser changes the facts of the event, and everybody reads them', async () => {
    const organiser = await somebody();
    const { page } = organiser;
    await organiser.signInToAdmin('organiser@wgt16.example');
    await page.getByRole('menuitem', { name: 'The event' }).click();
    await page.getByRole('button', { name: 'Change the facts' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Place/)
      .fill('The Great Hall, by the river');
    await page.getByRole('dialog').getByLabel(/^Day/).fill('2027-06-12');
    await page.getByRole('dialog').getByRole('button', { name: 'Change the facts' }).click();
    await page.getByText('The Great Hall, by the river').waitFor();
    await organiser.look('admin-facts');
    await organiser.go('/events/wgt16');
    await page.getByText('The Great Hall, by the river').first().waitFor();
  });

  it('the admin finds an account by its address, suspends it and lets it in again', async () => {
    const admin = await somebody();
    const { page } = admin;
    await admin.signIn('admin@demo.example');
    await admin.go('/admin/wgt16/accounts');
    await page.getByText('Sid Away').waitFor();
    await admin.look('admin-accounts');
    await page.getByLabel('E-mail').fill('member9@wgt16.example');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: 'Sonny Day' });
    await row.getByRole('button', { name: 'Suspend an account' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/Reason/)
      .fill('Sells umbrellas on every wall');
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend an account' }).click();
    await row.getByText('Sells umbrellas on every wall').waitFor();
    await admin.look('admin-account-suspended');
    await row.getByRole('button', { name: 'Let an account in again' }).click();
    await row.getByText('Active').waitFor();
  });
});
