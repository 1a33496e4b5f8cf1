import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('check')
    .description('ask the live data whether every invariant holds; exit 1 and JSON when one does not')
    .option('--json', 'print every answer as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { withModules } = await import('../boot.js');
      const { Checks } = await import('#platform');
      const results = await withModules((app) => app.get(Checks, { strict: false }).askAll(), { stripe: true });
      const broken = results.filter((r) => r.violations.length > 0);
      if (json || broken.length)
        console.log(
          JSON.stringify(json ? results : broken, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2),
        );
      if (!json)
        for (const { invariant, sentence, violations } of results) console.log(`${violations.length ? '✗' : '✓'} ${invariant} ${sentence}`);
      if (broken.length) process.exitCode = 1;
    });
}
