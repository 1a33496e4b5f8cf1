// npm run dev: rebuilds what changes and restarts the API when the server was rebuilt.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, main, root } from './steps.mjs';

main(async () => {
  await install();
  await build();
  const start = (script, args, env = {}) => spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  const children = [
    start('@nestjs/cli/bin/nest.js', ['build', 'api', '--watch']),
    start('vite/bin/vite.js', ['build', '--watch', '--config', 'apps/admin/vite.config.ts', '--logLevel', 'warn']),
    start('vite/bin/vite.js', ['build', '--watch', '--ssr', '--config', 'apps/site/vite.config.ts', '--logLevel', 'warn'], { NODE_ENV: 'production' }),
    spawn(process.execPath, ['--watch-path=dist/apps/api', '--watch-path=dist/libs', '--enable-source-maps', 'dist/apps/api/src/main.js'], { cwd: root, stdio: 'inherit' }),
  ];
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill(signal)));
});
