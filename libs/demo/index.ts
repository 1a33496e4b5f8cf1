export { DEMO_PASSWORD, demoIdentities, seedPeople, type DemoIdentity } from './people.js';
export { seedDemo } from './seed-demo.js';
