import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import type { Command } from 'commander';

const VOTERS = 84;
const PLEDGES = 250;
const TEAM = {
  owner: 'owner',
  organiser: 'organiser',
  treasurer: 'treasurer',
  treasurer2: 'treasurer',
  estimator: 'estimator',
  sponsors: 'sponsors',
  coordinator: 'coordinator',
  volunteer: 'volunteer',
} as const;

export function register(program: Command): void {
  program
    .command('seed')
    .description('play the whole story through the public API of a running server, and end with its trial balance')
    .requiredOption('--story', 'from a spark to balanced books, as a new event')
    .option('--url <origin>', 'the running server', process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`)
    .action(async ({ url }: { url: string }) => {
      const { withModules } = await import('../boot.js');
      await withModules((app, config) => {
        if (config.runtime.production) throw new Error('The story is refused in production.');
        return play(app, url, localStripe());
      });
    });
}

/** Where the embedded start keeps the address of its local Stripe. */
function localStripe(): { base: string; token: string } {
  const file = join(resolve(process.env.DATA_DIR ?? '.data'), 'stripe/process.json');
  if (!existsSync(file)) throw new Error(`There is no local Stripe in ${file}: start the server with npm start first.`);
  const { port, token } = JSON.parse(readFileSync(file, 'utf8')) as { port: number; token: string };
  return { base: `http://127.0.0.1:${port}`, token };
}

async function play(
  app: Parameters<typeof import('#demo').runningOutside>[0],
  url: string,
  stripe: { base: string; token: string },
): Promise<void> {
  const { Accounts, ChangeCredentials, hashPassword } = await import('#accounts');
  const { Api, GATHERINGS, overHttp, playStory, runningOutside, teamOf } = await import('#demo');
  const { UnitOfWork } = await import('#platform');
  const [accounts, credentials, unitOfWork] = [
    app.get(Accounts, { strict: false }),
    app.get(ChangeCredentials, { strict: false }),
    app.get(UnitOfWork, { strict: false }),
  ];
  const slug = `story-${Date.now().toString(36)}`;
  const passwordHash = await hashPassword('demo-password-2016');
  const guests = new Api(overHttp(url));
  const ids = new Map<string, string>();
  const person = async (key: string): Promise<InstanceType<typeof Api>> => {
    const id = await unitOfWork.run((tx) => accounts.open(tx, { email: `${key}@${slug}.example`, name: key, locale: 'en', passwordHash }));
    ids.set(key, id);
    return guests.as((await credentials.makeToken({ accountId: id }, 'story', 366)).token);
  };
  const team = new Map<string, InstanceType<typeof Api>>();
  for (const key of Object.keys(TEAM)) team.set(key, await person(key));
  const people = [];
  for (let i = 1; i <= VOTERS; i += 1) people.push(await person(`voter${i}`));
  const bars = new Bars();
  try {
    await playStory({
      guests,
      team: teamOf((key) => team.get(key)!, guests),
      people,
      appoint: (eventId) =>
        unitOfWork.run(async (tx) => {
          for (const [key, role] of Object.entries(TEAM)) await accounts.grant(tx, eventId, ids.get(key)!, role);
        }),
      outside: runningOutside(app, stripe, url),
      gathering: { ...GATHERINGS.wgt16, slug, text: `${GATHERINGS.wgt16.text} (${slug})` },
      pledges: PLEDGES,
      progress: (chapter, done, of) => bars.show(chapter, done, of),
    });
  } finally {
    // A bar that is left running would keep the process alive.
    bars.end();
  }
  await printTrialBalance(team.get('treasurer')!, slug, url);
}

/** One bar per chapter, each finished before the next begins. */
class Bars {
  private bar: SingleBar | undefined;
  private chapter = '';

  show(chapter: string, done: number, of: number): void {
    if (chapter !== this.chapter) {
      this.end();
      this.chapter = chapter;
      this.bar = new SingleBar(
        { format: `  {bar} ${chapter} {value}/{total} {duration_formatted}`, noTTYOutput: true, notTTYSchedule: 5_000 },
        Presets.shades_grey,
      );
      this.bar.start(of, 0);
    }
    this.bar?.update(done);
  }

  end(): void {
    this.bar?.stop();
  }
}

interface Row {
  account: string;
  commodity: string;
  debit: number;
  credit: number;
}

async function printTrialBalance(treasurer: { get<T>(path: string): Promise<T> }, slug: string, url: string): Promise<void> {
  const { items, totals } = await treasurer.get<{ items: Row[]; totals: Omit<Row, 'account'>[] }>(`events/${slug}/books/accounts`);
  const amount = (minor: number): string => (minor / 100).toFixed(2).padStart(14);
  for (const { account, commodity, debit, credit } of items)
    console.log(`${account.padEnd(40)}${amount(debit)}${amount(credit)} ${commodity}`);
  for (const { commodity, debit, credit } of totals)
    console.log(`${'Total'.padEnd(40)}${amount(debit)}${amount(credit)} ${commodity} ${debit === credit ? 'balanced' : 'NOT BALANCED'}`);
  console.log(`\nThe books: ${url}/events/${slug}/books`);
}
