// npm run check: format, lint, types and the fences of the architecture.
import { bin, build, install, main, step } from './steps.mjs';
import { reading } from './reading.mjs';

main(async () => {
  await install();
  const readings = Object.entries(reading).map(([title, read]) => step(title, async () => void (await read())));
  await Promise.all([...readings, build({ only: ['contract'] })]);
  await step('architecture', () => bin('jest/bin/jest.js', ['-c', 'test/jest.config.cjs', '--selectProjects', 'architecture']));
});
