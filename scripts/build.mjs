// npm run build: everything, whether it changed or not.
import { build, main } from './steps.mjs';

main(() => build({ force: true }));
