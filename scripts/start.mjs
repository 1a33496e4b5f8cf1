// npm start: installs and builds what is missing, and hands over to the API, which brings up everything else.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, main, root } from './steps.mjs';

main(async () => {
  await install();
  // The API has enough to do for a while (database, migrations, demo) before it needs the front ends: it waits for them where it does,
  // and they stand back, because it is the API that is waited for.
  const frontEnds = build({ only: ['admin', 'site'], way: true });
  frontEnds.catch(() => undefined); // whoever waits for them hears of it
  await build({ only: ['server to run'] });
  // Half the young space of the default: as quick under load, and 20 MB less at rest (bench/README.md).
  const child = spawn(process.execPath, ['--max-semi-space-size=8', join(root, 'dist/run/api.js')], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Node 22 and later keep what they compiled; older ones do not know the setting.
    env: { NODE_COMPILE_CACHE: join(root, 'dist/.compile-cache'), ...process.env, FRONT_ENDS: 'in the making', STARTED_AT: String(performance.timeOrigin) },
  });
  // The terminal sends Ctrl-C to both of us; the API stops cleanly and we leave with its status.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  try {
    await frontEnds;
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
  if (child.connected) child.send('front ends are built', () => child.connected && child.disconnect());
});
