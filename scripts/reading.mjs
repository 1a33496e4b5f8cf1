// What is checked by reading the source, without running it.
import { bin } from './steps.mjs';

export const reading = {
  format: (how) => bin('oxfmt/bin/oxfmt', ['--check', '{apps,libs,migrations,test,bench}/**/*.{ts,tsx}'], how),
  'lint and types': (how) => bin('oxlint/bin/oxlint', ['--type-aware', '--type-check', '--deny-warnings'], how),
};
