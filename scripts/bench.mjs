// npm run bench: measures the product beside the raw-SQL floor and a minimal server, in one run (bench/README.md).
import { build, install, main, node } from './steps.mjs';

main(async () => {
  await install();
  await build({ only: ['server'] });
  await node('dist/bench/main.js', process.argv.slice(2), { show: true });
});
