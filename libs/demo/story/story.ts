import type { Api } from './api.js';
import { type BankRow, importStatement, matchLine, spend, statementCsv } from './books.js';
import { CARDS, type Pledge, donateVenue, launchCampaign, pledgeByCard, pledgeByTransfer, recogniseVenue, saveCard } from './funding.js';
import { castBallots, moveToPhase, openBallot, proposeAndCost, sparkAnEvent, type Team } from './gathering.js';
import { type Outside, until } from './outside.js';
import type { Gathering } from './wall.js';
import { dayOf } from './words.js';

const DAY_MS = 86_400_000;

export interface StoryParts {
  /** The API without anybody signed in: guests. */
  guests: Api;
  team: Team;
  /** People who support, propose and vote. */
  people: readonly Api[];
  /** Gives the team its roles, once the event exists. */
  appoint(eventId: string): Promise<void>;
  outside: Outside;
  gathering: Gathering;
  pledges: number;
  /** Told after each step; `of` is how many there are in this chapter. */
  progress(chapter: string, done: number, of: number): void;
}

/** What happened, for whoever checks it. */
export interface Told {
  eventId: string;
  slug: string;
  ballotId: string;
  campaignId: string;
  /** Pledge ids by what was to become of them. */
  declined: string[];
  recovered: string;
  transfer: string;
}

interface BudgetLine {
  id: string;
  name: string;
  planned: { amount: number };
  neededInCash: { amount: number };
}

const hallOf = (lines: readonly BudgetLine[]): BudgetLine => lines.find((l) => l.name.startsWith('A hall'))!;

/** The whole story, through the public API: from a spark to balanced books. */
export async function playStory(parts: StoryParts): Promise<Told> {
  const { team, people, outside, gathering, progress } = parts;
  const { slug } = gathering;

  const eventId = await sparkAnEvent(team.owner, people.slice(0, 9), gathering);
  await parts.appoint(eventId);
  await moveToPhase(slug, team, 'proposals');
  const proposals = await proposeAndCost(slug, team, people.slice(0, 9));
  progress('spark and proposals', 1, 1);

  await moveToPhase(slug, team, 'voting');
  const closesAt = new Date((await outside.now()).getTime() + 7 * DAY_MS);
  const ballotId = await openBallot(slug, team, proposals, { title: 'What the money should buy', closesAt });
  let cast = 0;
  await castBallots(slug, ballotId, people, proposals, () => progress('ballots', (cast += 1), people.length));
  await outside.moveTo(new Date(closesAt.getTime() + 60_000));
  const budget = (): Promise<{ items: BudgetLine[] }> => team.treasurer.get(`events/${slug}/books/budget`);
  await until('the count and its budget lines', async () => {
    await outside.settle();
    return (await budget()).items.length > 0;
  });

  await moveToPhase(slug, team, 'funding');
  const lines = (await budget()).items;
  const goalPence = lines.reduce((sum, line) => sum + line.planned.amount, 0);
  const deadlineAt = new Date((await outside.now()).getTime() + 20 * DAY_MS);
  const campaign = await launchCampaign(slug, team, {
    title: 'Pay for the day together',
    story: 'What the vote decided, and nothing else.',
    goalPence,
    deadline: `${dayOf(deadlineAt)}T22:00`,
  });
  await donateVenue(slug, team, hallOf(lines).id, hallOf(lines).planned.amount);

  const backed = await backAll(parts, campaign.id, campaign.tiers);
  const bank: BankRow[] = [];
  const arrives = dayOf(await outside.now());
  bank.push({ on: arrives, text: `Riverside Clinic ${backed.transfer.next.transfer!.reference}`, pence: 50_000 });
  await reconcile(slug, team, bank);
  progress('transfer received', 1, 1);

  await outside.moveTo(new Date(deadlineAt.getTime() + 2 * DAY_MS));
  await recover(parts, backed.asks);
  // Retries run for a week; what cannot be collected by then lapses. Payouts follow in the same days.
  for (let day = 0; day < 12; day += 1) {
    await outside.moveTo(new Date((await outside.now()).getTime() + DAY_MS));
    progress('collection and payouts', day + 1, 12);
  }

  await moveToPhase(slug, team, 'preparing');
  const payouts = await outside.payouts();
  for (const payout of payouts) bank.push({ on: payout.arrival, text: `STRIPE ${payout.id}`, pence: payout.amount });
  await reconcile(slug, team, bank);

  const lunch = lines.find((line) => line.name.startsWith('Lunch')) ?? lines[0]!;
  await spend(slug, team, lunch.id, 'Lunch for the day, first invoice', 120_000, dayOf(await outside.now()));
  await spend(slug, team, lunch.id, 'Coffee and fruit', 34_567, dayOf(await outside.now()));
  bank.push(
    { on: dayOf(await outside.now()), text: 'Green Kitchen', pence: -120_000 },
    { on: dayOf(await outside.now()), text: 'Fruit Market', pence: -34_567 },
  );
  await reconcile(slug, team, bank);
  const { items: gifts } = await team.treasurer.get<{ items: { id: string }[] }>(`events/${slug}/in-kind-gifts`);
  for (const gift of gifts) await recogniseVenue(slug, team, gift.id, dayOf(await outside.now()));
  await outside.settle();
  progress('books', 1, 1);

  return {
    eventId,
    slug,
    ballotId,
    campaignId: campaign.id,
    declined: backed.declined.map((p) => p.pledgeId),
    recovered: backed.asks.pledgeId,
    transfer: backed.transfer.pledgeId,
  };
}

interface Backed {
  declined: Pledge[];
  asks: Pledge;
  transfer: Pledge;
}

interface Backer {
  who: Api;
  pledge: Pledge;
  card: string;
}

/** Everybody pledges: most cards are good, some will be declined, one will ask for its owner, one organisation sends a transfer. */
async function backAll(
  { guests, people, outside, pledges, progress }: StoryParts,
  campaignId: string,
  tiers: Record<string, string>,
): Promise<Backed> {
  const backers: Backer[] = [];
  for (let i = 0; i < pledges - 1; i += 1) {
    const who = people[i] ?? guests;
    const guest = who === guests ? { guest: { name: `Backer ${i}`, email: `backer${i}@backers.example` } } : {};
    const tier = i % 12 === 0 && i < 240 ? 'Front row' : i % 3 === 0 ? 'Friend' : 'A place';
    const pledge = await pledgeByCard(who, campaignId, PRICES[tier], { tierId: tiers[tier], ...guest });
    backers.push({ who, pledge, card: cardOf(i) });
    progress('pledges', i + 1, pledges);
  }
  const transfer = await pledgeByTransfer(guests, campaignId, 50_000, 'Riverside Clinic', {
    name: 'Nia Office',
    email: 'office@clinic.example',
  });
  progress('pledges', pledges, pledges);
  await outside.settle();
  for (const [i, { who, pledge, card }] of backers.entries()) {
    await saveCard(outside, who, pledge, card);
    progress('cards', i + 1, backers.length);
  }
  await outside.settle();
  const by = (card: string): Pledge[] => backers.filter((b) => b.card === card).map((b) => b.pledge);
  return { declined: by(CARDS.declinesLater), asks: by(CARDS.asksLater)[0]!, transfer };
}

const PRICES = { 'Front row': 5_000, Friend: 1_000, 'A place': 2_000 } as const;

/** One card in forty will be declined when it is charged; the eighth backer's bank will want to see its customer. */
const cardOf = (i: number): string => (i === ASKS_AT ? CARDS.asksLater : i % 40 === 5 && i < 240 ? CARDS.declinesLater : CARDS.good);
const ASKS_AT = 7;

/** The backer whose bank wants to see them follows the link and pays on the page. */
async function recover({ people, outside, progress }: StoryParts, asks: Pledge): Promise<void> {
  const backer = people[ASKS_AT]!;
  await until('the pledge asks for its backer', async () => {
    await outside.settle();
    return (await backer.get<{ state: string }>(`pledges/${asks.pledgeId}`)).state === 'needs_authentication';
  });
  const { url } = await backer.post<{ url: string | null }>(`pledges/${asks.pledgeId}/recover`);
  if (!url) throw new Error('the recovery leads to no payment page');
  await outside.pay(backer, url, CARDS.good);
  await outside.settle();
  progress('recovery', 1, 1);
}

/** Imports the statement as it stands now; the lines it adds are matched, unless their reference did it. */
async function reconcile(slug: string, team: Team, rows: readonly BankRow[]): Promise<void> {
  const lines = await importStatement(slug, team.treasurer, `statement-${rows.length}.csv`, statementCsv(rows));
  for (const line of lines) if (line.state === 'new') await matchLine(slug, team.treasurer, line);
}
