import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('export')
    .description('print the books of an event as an hledger journal')
    .requiredOption('--event <slug>', 'whose books')
    .option('--out <file>', 'write them there instead')
    .action(async ({ event, out }: { event: string; out?: string }) => {
      const { withModules } = await import('../boot.js');
      const { Events } = await import('#events');
      const { exportHledger } = await import('#ledger');
      const { Database } = await import('#platform');
      await withModules(async (app) => {
        const scope = await app.get(Events, { strict: false }).scopeOf(event);
        if (!scope) throw new Error(`there is no event ${event}`);
        const journal = await exportHledger(app.get(Database, { strict: false }), scope.eventId);
        if (out) writeFileSync(out, journal);
        else process.stdout.write(journal);
      });
    });
}
