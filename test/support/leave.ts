import type { TestAccount, World } from './world.js';

/** The secret of the last link that was mailed to an address. */
export async function mailedToken(world: World, email: string): Promise<string> {
  const mail = await world.database.one<{ body: string }>('select body from platform.mail where recipient = $1 order by id desc limit 1', [
    email,
  ]);
  return /token=([\w-]+)/.exec(mail.body)?.[1] ?? '';
}

/** Somebody without a password erases their account over the routes, as the site does it, and everything that follows is done. */
export async function leave(world: World, account: TestAccount, headers: Record<string, string>): Promise<void> {
  await world.http().post('/api/v1/me/erase/link').set(headers).expect(202);
  const confirmation = await mailedToken(world, account.email);
  await world.http().post('/api/v1/me/erase').set(headers).send({ confirmation }).expect(200);
  await world.drain();
}
