import { type Api, together } from './api.js';
import { importStatement, matchLine, spend, statementCsv } from './books.js';
import { CARDS, donateVenue, launchCampaign, pledgeByCard, pledgeByTransfer, saveCard } from './funding.js';
import { moveToPhase, type Team } from './gathering.js';
import type { Outside } from './outside.js';
import { dayOf, pounds } from './words.js';

const DAY_MS = 86_400_000;
const POSTERS_PENCE = 4_850;
const DEPOSIT_PENCE = 9_000;
const FIRST_GIFTS = [2_500, 1_500, 5_000];
/** People who back without an account. */
const GUESTS = ['Flora Meadow', 'Basil Herb', 'Robin Hedge', 'Iris Garden', 'Clay Potter', 'Ginger Root', 'Heath Moor', 'Ruby Ring'].concat(
  ...['Cliff Walker', 'Sandy Beach', 'Brook Waters', 'Jasper Stone', 'Olga Lamp', 'Fern Shade', 'Rusty Bell', 'Poppy Field'],
);
/** Organisations that back by card. */
const ORGANISATIONS = [
  { name: 'Association of District Nurses', contact: 'Nan Ward', mail: 'nurses', pence: 180_000 },
  { name: 'Patients’ Forum', contact: 'Vera Voice', mail: 'forum', pence: 95_000 },
  { name: 'School of Pharmacy', contact: 'Phil Pillar', mail: 'pharmacy', pence: 90_000 },
];

interface Funding {
  slug: string;
  team: Team;
  members: readonly Api[];
  guests: Api;
  outside: Outside;
  now: Date;
  /** What was voted on: backers say which of these matter to them. */
  proposals: readonly string[];
}

/** A live campaign that has just reached its goal, so that whoever moves the clock sees cards charged; a donated hall, sponsors on their way, and books with a first page. */
export async function seedFunding({ slug, team, members, guests, outside, now, proposals }: Funding): Promise<void> {
  await moveToPhase(slug, team, 'funding');
  const { items: lines } = await team.treasurer.get<{ items: { id: string; name: string; planned: { amount: number } }[] }>(
    `events/${slug}/books/budget`,
  );
  await seedFirstMoney({ slug, team, members, guests, outside, now, proposals });
  const goalPence = lines.reduce((sum, line) => sum + line.planned.amount, 0);
  const campaign = await launchCampaign(slug, team, {
    title: 'Pay for the day together',
    story: 'What the vote decided, and nothing else. Cards are charged after the deadline, and only if the goal is reached.',
    goalPence,
    deadline: `${dayOf(new Date(now.getTime() + 21 * DAY_MS))}T22:00`,
  });
  const hall = lines.find((line) => line.name.startsWith('A hall'));
  if (hall) await donateVenue(slug, team, hall.id, hall.planned.amount);
  await seedPledges({ slug, team, members, guests, outside, now, proposals }, campaign.id, campaign.tiers);
  await seedSponsors(slug, team);
  // The hall is given: nothing is left to spend on it.
  const printed = lines.find((line) => line !== hall && line.planned.amount >= POSTERS_PENCE + DEPOSIT_PENCE);
  if (printed) await seedBooks({ slug, team, members, guests, outside, now, proposals }, campaign.id, printed);
}

/** A small campaign that keeps what it raises and ends tomorrow: its cards are charged already, and Stripe will pay the money out. */
async function seedFirstMoney({ slug, team, members, outside, now }: Funding): Promise<void> {
  const campaign = await launchCampaign(slug, team, {
    title: 'First money for posters and a deposit',
    story: 'So that we can print and book before the big campaign ends. We keep what comes: your card is charged at once.',
    goalPence: 20_000,
    deadline: `${dayOf(new Date(now.getTime() + DAY_MS))}T22:00`,
    mode: 'keep',
  });
  const made = [];
  for (const [i, who] of members.slice(0, 6).entries())
    made.push({ who, pledge: await pledgeByCard(who, campaign.id, FIRST_GIFTS[i % FIRST_GIFTS.length]!) });
  await outside.settle();
  await together(made, ({ who, pledge }) => saveCard(outside, who, pledge, CARDS.good));
  await outside.settle();
}

/** What matters to the backer of so many: one to three of the proposals, or nothing in particular. */
const wishesOf = (backer: number, proposals: readonly string[]): { wishes?: string[] } =>
  backer % 4 === 3 ? {} : { wishes: [0, 3, 6].slice(0, 1 + (backer % 3)).map((on) => proposals[(backer * 5 + on) % proposals.length]!) };

const guest = (name: string, mailbox: string): { name: string; email: string } => ({ name, email: `${mailbox}@backers.example` });

async function seedPledges(
  { members, guests, outside, proposals }: Funding,
  campaignId: string,
  tiers: Record<string, string>,
): Promise<void> {
  const backers = [
    ...members.slice(1).map((who) => ({ who })),
    ...GUESTS.map((name, i) => ({ who: guests, guest: guest(name, `backer${i}`) })),
  ];
  const made = [];
  for (const [i, { who, ...by }] of backers.entries()) {
    const tier = (['A place', 'Friend', 'Front row'] as const)[i % 3]!;
    const pence = { 'A place': 2_000, Friend: 1_000, 'Front row': 5_000 }[tier];
    const display = i % 5 === 0 ? 'name_hidden' : 'public';
    made.push({
      who,
      pledge: await pledgeByCard(who, campaignId, pence, { tierId: tiers[tier], display, ...by, ...wishesOf(i, proposals) }),
    });
  }
  for (const { name, contact, mail, pence } of ORGANISATIONS) {
    const by = { organisation: { name }, guest: guest(contact, mail) };
    made.push({ who: guests, pledge: await pledgeByCard(guests, campaignId, pence, by) });
  }
  await outside.settle();
  await together(made, ({ who, pledge }, i) =>
    saveCard(outside, who, pledge, i === 3 ? CARDS.asksLater : i === 6 ? CARDS.declinesLater : CARDS.good),
  );
  await outside.settle();
}

async function seedSponsors(slug: string, team: Team): Promise<void> {
  const { id: packageId } = await team.sponsors.post<{ id: string }>(`events/${slug}/sponsor-packages`, {
    name: 'Coffee sponsor',
    description: 'Your name beside the coffee, all day long.',
    year: 2027,
    price: pounds(75_000),
    capacity: 2,
    benefits: [
      { name: 'Logo on the coffee bar', kind: 'visibility', needsAsset: true, dueDaysBefore: 14 },
      { name: 'Two places', kind: 'tickets', units: 2 },
    ],
  });
  const deal = (organisation: string, more: object = {}): Promise<{ id: string }> =>
    team.sponsors.post(`events/${slug}/deals`, {
      organisation,
      packageId,
      contact: { name: 'A. Contact', email: 'contact@sponsor.example' },
      ...more,
    });
  await deal('Lakeside Pharmacy');
  const agreed = await deal('Harbour Credit Union', { category: 'bank', exclusive: true });
  for (const to of ['contacted', 'proposed', 'negotiating', 'agreed'])
    await team.sponsors.post(`events/${slug}/deals/${agreed.id}/move`, { to });
}

/** An organisation's transfer has arrived, a first expense is paid, and two bank lines still ask what they are. */
async function seedBooks({ slug, team, guests, outside, now }: Funding, campaignId: string, line: { id: string }): Promise<void> {
  const transfer = await pledgeByTransfer(guests, campaignId, 25_000, 'Riverside Clinic', {
    name: 'Nia Office',
    email: 'office@clinic.example',
  });
  await outside.settle();
  await spend(slug, team, line.id, 'Printing of the first posters', POSTERS_PENCE, dayOf(now));
  await spend(slug, team, line.id, 'Deposit for the sound system', DEPOSIT_PENCE, dayOf(now));
  const lines = await importStatement(
    slug,
    team.treasurer,
    'bank-november.csv',
    statementCsv([
      { on: dayOf(now), text: `Riverside Clinic ${transfer.next.transfer!.reference}`, pence: 25_000 },
      { on: dayOf(now), text: 'Corner Print Shop', pence: -POSTERS_PENCE },
      { on: dayOf(now), text: 'Sound Hire deposit', pence: -DEPOSIT_PENCE },
      { on: dayOf(now), text: 'Cash paid in, no reference', pence: 3_500 },
    ]),
  );
  const print = lines.find((l) => l.text.includes('Print'));
  if (print?.state === 'new') await matchLine(slug, team.treasurer, print);
  await outside.settle();
}
