import type { Config } from '#platform/start';

/** Runs a step of the start and says how long it took. */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  note: (result: T) => string | undefined = () => undefined,
): Promise<T> {
  const from = performance.now();
  const result = await work();
  const remark = note(result);
  console.log(`  ✓ ${title}${remark ? ` (${remark})` : ''} — ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

/** Where to go and who to be, once everything runs. */
export function showAddresses({ http, runtime }: Config, milliseconds: number): void {
  const at = (path: string): string => `${http.publicUrl}${path}`;
  console.log(`
  Ready in ${(milliseconds / 1000).toFixed(1)} s. Ctrl-C stops everything.

  The site           ${at('/')}
  For the team       ${at('/admin')}
  The API            ${at('/api/openapi.json')}${runtime.production ? '' : `\n  Mails, jobs, clock ${at('/dev')}`}`);
  if (runtime.demo) {
    console.log(`
  Sign in with the password demo-password-2016 as
    owner@wgt16.example       organises WGT16      treasurer@wgt16.example    keeps its books
    member1@wgt16.example     votes and pledges    volunteer@wgt16.example    helps on the day
    sponsors@wgt16.example    looks after sponsors admin@demo.example         runs the installation
`);
  }
}
