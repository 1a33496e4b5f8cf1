import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date and set up the restricted role')
    .action(async () => {
      const { withConfig } = await import('../boot.js');
      const { migrate } = await import('#platform');
      await withConfig(async ({ database }) => {
        const ran = await migrate(database.ownerUrl);
        console.log(ran.length ? ran.map((name) => `applied ${name}`).join('\n') : 'nothing to do: the database is up to date');
      });
    });
}
