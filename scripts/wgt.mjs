// npm run wgt -- <verb>: the operator's command line. Builds the server quietly when its sources have changed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, main, root } from './steps.mjs';

main(async () => {
  // Whatever a verb prints is its answer: what is done before it goes to the error channel.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  await install();
  await build({ only: ['server to run'] });
  process.stdout.write = write;
  const child = spawn(process.execPath, [join(root, 'dist/run/cli.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
});
