// npm runs this after it has installed: what `npm start` needs is built here, so that a first start has only its database to fill.
// What cannot be built now (an install without development packages, sources that do not compile) is said by the command that needs it.
import { build, refuseOldNode } from './steps.mjs';

refuseOldNode();
await build({ only: ['server to run', 'admin', 'site'] }).catch((error) => process.stderr.write(`  ${error.message}: not built yet\n`));
