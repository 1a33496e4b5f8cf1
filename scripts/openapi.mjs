// npm run openapi: writes openapi.json from the routes.
import { build, install, main, node, step } from './steps.mjs';

main(async () => {
  await install();
  await build({ only: ['server'] });
  await step('openapi.json', () => node('dist/apps/api/src/openapi.js'));
});
