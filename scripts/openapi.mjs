// npm run openapi: writes openapi.json from the routes, and the types that the front ends read from it.
import { bin, build, install, main, node, step } from './steps.mjs';

main(async () => {
  await install();
  await build({ only: ['server'] });
  await step('openapi.json', () => node('dist/apps/api/src/openapi.js'));
  for (const app of ['apps/site/app', 'apps/admin/src']) await step(`${app}/api.d.ts`, () => bin('openapi-typescript/bin/cli.js', ['openapi.json', '-o', `${app}/api.d.ts`]));
});
