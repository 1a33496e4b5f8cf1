import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('clock')
    .description('show the clock of a running server, or move it forward (never in production)')
    .option('--minutes <n>', 'minutes to move forward by')
    .option('--to <instant>', 'instant to move to, such as 2026-06-01T12:00:00Z')
    .option('--url <origin>', 'the running server', process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`)
    .action(async ({ minutes, to, url }: { minutes?: string; to?: string; url: string }) => {
      const body = minutes || to ? JSON.stringify({ ...(minutes ? { minutes: Number(minutes) } : {}), ...(to ? { to } : {}) }) : undefined;
      const answer = await fetch(`${url}/dev/clock`, body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body } : {});
      const reply = (await answer.json()) as { now?: string; detail?: string };
      if (!reply.now) throw new Error(reply.detail ?? `the server answered ${answer.status}`);
      console.log(reply.now);
    });
}
