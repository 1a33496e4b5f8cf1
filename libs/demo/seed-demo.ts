import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Accounts, ChangeCredentials } from '#accounts';
import { Clock, type Id } from '#kernel';
import { Database } from '#platform';
import { DEMO_EVENTS, demoIdentities, seedPeople, seedTeam } from './people.js';
import { Api, inProcess, together } from './story/api.js';
import { moveToPhase, proposeAndCost, sparkAnEvent, teamOf } from './story/gathering.js';
import { seedHelping } from './story/helping.js';
import { seedFunding } from './story/live-funding.js';
import { seedVotes } from './story/live-votes.js';
import { seedMoreVotes } from './story/more-votes.js';
import type { Outside } from './story/outside.js';
import { GATHERINGS, seedWall } from './story/wall.js';
import { wishes } from './story/wishes.js';
import { dayOf } from './story/words.js';

/** Fills a new installation with the two demo events, through the same doors that people use. Jobs must be running. */
export async function seedDemo(app: NestFastifyApplication, outside: Outside | undefined): Promise<void> {
  await seedPeople(app);
  const api = new Api(inProcess(app));
  const as = await signEverybodyIn(app, api);
  await together(DEMO_EVENTS, async (slug) => {
    const who = (key: string): Api => as.get(`${key}@${slug}.example`)!;
    const members = Array.from({ length: 9 }, (_, i) => who(`member${i + 1}`));
    const eventId = (await sparkAnEvent(who('owner'), members, GATHERINGS[slug])) as Id<'event'>;
    await seedTeam(app, slug, eventId);
    await seedWall(slug, who('organiser'), members, GATHERINGS[slug]);
    const team = teamOf(who, as.get('admin@demo.example')!);
    await moveToPhase(slug, team, 'proposals');
    const proposals = await proposeAndCost(slug, team, members, slug === 'wgt16' ? wishes : wishes.slice(0, 4));
    if (slug === 'wgt16') {
      const now = app.get(Clock, { strict: false }).now();
      const voters = [
        ...members,
        ...[
          'organiser',
          'treasurer',
          'estimator',
          'sponsors',
          'coordinator',
          'volunteer',
          'crew',
          'programme',
          'moderator',
          'treasurer2',
        ].map(who),
      ];
      const votes = seedVotes(app, slug, team, voters, proposals, now).then(() => seedMoreVotes(slug, team, voters, now));
      await Promise.all([votes, seedHelping(slug, team, dayOf(now))]);
      if (outside) await seedFunding({ slug, team, members, guests: api, outside, now, proposals });
    }
  });
  await as.get('admin@demo.example')!.post(`admin/accounts/${await accountOf(app, 'suspended@wgt16.example')}/suspend`, {
    because: 'Shows what a suspended member sees.',
    keepContent: true,
  });
}

/** An access token for everybody, so that what follows is done by people and not by us. */
async function signEverybodyIn(app: NestFastifyApplication, api: Api): Promise<Map<string, Api>> {
  const credentials = app.get(ChangeCredentials, { strict: false });
  const signedIn = new Map<string, Api>();
  for (const { email } of demoIdentities)
    signedIn.set(email, api.as((await credentials.makeToken({ accountId: await accountOf(app, email) }, 'demo seed', 1)).token));
  return signedIn;
}

const accountOf = async (app: NestFastifyApplication, email: string): Promise<Id<'account'>> =>
  (await app.get(Accounts, { strict: false }).byEmail(app.get(Database), email))!.id;
