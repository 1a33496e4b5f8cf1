import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('user')
    .description('open a confirmed account and print its password')
    .argument('<email>')
    .argument('<name>')
    .option('--admin', 'make it an administrator of the installation')
    .action(async (email: string, name: string, { admin }: { admin?: boolean }) => {
      const { withModules } = await import('../boot.js');
      const { Accounts, hashPassword } = await import('#accounts');
      const { UnitOfWork } = await import('#platform');
      await withModules(async (app) => {
        const password = randomBytes(12).toString('base64url');
        const passwordHash = await hashPassword(password);
        const accounts = app.get(Accounts, { strict: false });
        await app.get(UnitOfWork, { strict: false }).run(async (tx) => {
          if (await accounts.byEmail(tx, email)) throw new Error(`${email} has an account already`);
          const id = await accounts.open(tx, { email, name, locale: 'en', passwordHash });
          if (admin) await accounts.makeAdmin(tx, id);
        });
        console.log(`${email}\t${password}`);
      });
    });
}
