import type { INestApplicationContext } from '@nestjs/common';
import { Accounts, hashPassword } from '#accounts';
import type { Id } from '#kernel';
import { type Role, type Tx, UnitOfWork } from '#platform';

/** The password of every demo identity; it is public, so the demo is refused in production. */
export const DEMO_PASSWORD = 'demo-password-2016';

export interface DemoIdentity {
  /** Slug of the event whose team the person is in; null for the installation's own. */
  event: string | null;
  role: string;
  name: string;
  email: string;
}

const TEAM: readonly { key: string; name: string; role: Role | null }[] = [
  { key: 'owner', name: 'Olive Tree', role: 'owner' },
  { key: 'organiser', name: 'Ravi Stone', role: 'organiser' },
  { key: 'treasurer', name: 'Tara Penny', role: 'treasurer' },
  { key: 'treasurer2', name: 'Theo Ledger', role: 'treasurer' },
  { key: 'moderator', name: 'Mona Calm', role: 'moderator' },
  { key: 'estimator', name: 'Esme Count', role: 'estimator' },
  { key: 'programme', name: 'Paul Agenda', role: 'programme' },
  { key: 'sponsors', name: 'Sana Thanks', role: 'sponsors' },
  { key: 'coordinator', name: 'Cora Rota', role: 'coordinator' },
  { key: 'volunteer', name: 'Vic Helper', role: 'volunteer' },
  { key: 'crew', name: 'Kit Door', role: 'crew' },
  ...['Hope Spring', 'Art Easel', 'Joy Meeting', 'Will Bring', 'May Blossom', 'Dawn Early', 'Bill Folder', 'Pat Onback', 'Sonny Day'].map(
    (name, i) => ({ key: `member${i + 1}`, name, role: null }),
  ),
];

export const DEMO_EVENTS = ['wgt16', 'wgt17'] as const;

/** Every demo identity, in the order of the house. */
export const demoIdentities: readonly DemoIdentity[] = [
  { event: null, role: 'admin', name: 'Ada Min', email: 'admin@demo.example' },
  ...DEMO_EVENTS.flatMap((event) =>
    TEAM.map(({ key, name, role }) => ({ event, role: role ?? 'member', name, email: `${key}@${event}.example` })),
  ),
  { event: 'wgt16', role: 'suspended', name: 'Sid Away', email: 'suspended@wgt16.example' },
];

/** Opens an account for every identity that has none yet. Roles follow once the events exist. */
export async function seedPeople(app: INestApplicationContext): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const accounts = app.get(Accounts, { strict: false });
  await app.get(UnitOfWork, { strict: false }).run(async (tx) => {
    for (const person of demoIdentities) {
      const id = await accounts.open(tx, { email: person.email, name: person.name, locale: 'en', passwordHash });
      if (person.role === 'admin') await accounts.makeAdmin(tx, id);
    }
  });
}

/** Gives the team of one demo event its roles. */
export async function seedTeam(app: INestApplicationContext, event: string, eventId: Id<'event'>): Promise<void> {
  const accounts = app.get(Accounts, { strict: false });
  const grant = async (tx: Tx, key: string, role: Role): Promise<void> => {
    const account = await accounts.byEmail(tx, `${key}@${event}.example`);
    await accounts.grant(tx, eventId, account!.id, role);
  };
  await app.get(UnitOfWork, { strict: false }).run(async (tx) => {
    for (const { key, role } of TEAM) if (role) await grant(tx, key, role);
  });
}
