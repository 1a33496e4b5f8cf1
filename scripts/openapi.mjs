// npm run openapi: writes openapi.json from the routes.
import { build, install, main, node, step } from './steps.mjs';

main(async () => {
  await install();
  await build({ only: ['contract'] });
  await step('openapi.json', () => node('dist/contract/apps/api/src/openapi.js'));
});
