// npm run bench: measures the product beside the raw-SQL floor and a minimal server, in one run (bench/README.md);
// npm run bench -- simulator: the local Stripe.
import { build, install, main, node } from './steps.mjs';

main(async () => {
  await install();
  await build({ only: ['server', 'site'] });
  const asked = process.argv.slice(2);
  const script = asked[0] === 'simulator' ? 'simulator' : 'main';
  await node(`dist/bench/${script}.js`, script === 'main' ? asked : asked.slice(1), { show: true });
});
