// npm start: installs and builds what is missing, then hands over to the API, which brings up everything else.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, main, root } from './steps.mjs';

main(async () => {
  await install();
  await build();
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/apps/api/src/main.js')], { cwd: root, stdio: 'inherit' });
  // The terminal sends Ctrl-C to both of us; the API stops cleanly and we leave with its status.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
});
