import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('identities')
    .description('print all demo identities as JSON, each with a fresh access token; refused in production')
    .action(async () => {
      const { withModules } = await import('../boot.js');
      const { Accounts, ChangeCredentials } = await import('#accounts');
      const { DEMO_PASSWORD, demoIdentities } = await import('#demo');
      const { ConfigError, Database } = await import('#platform');
      await withModules(async (app, config) => {
        if (config.runtime.production) throw new ConfigError('The demo identities are refused in production.');
        const [accounts, credentials, database] = [
          app.get(Accounts, { strict: false }),
          app.get(ChangeCredentials, { strict: false }),
          app.get(Database, { strict: false }),
        ];
        const answer: object[] = [];
        for (const person of demoIdentities) {
          const account = await accounts.byEmail(database, person.email);
          if (!account) throw new ConfigError('There are no demo identities yet: run `npm start` once.');
          const { token } = await credentials.makeToken({ accountId: account.id }, 'wgt identities', 366);
          answer.push({ ...person, password: DEMO_PASSWORD, token });
        }
        console.log(JSON.stringify(answer, null, 2));
      });
    });
}
