export { runningOutside } from './running-outside.js';
export { DEMO_PASSWORD, demoIdentities, seedPeople, type DemoIdentity } from './people.js';
export { seedDemo } from './seed-demo.js';
export { Api, inProcess, overHttp } from './story/api.js';
export { teamOf } from './story/gathering.js';
export { type LocalStripe, type Outside, control, payOnPage, payoutsOf, stripeBalanceOf } from './story/outside.js';
export { type StoryParts, type Told, playStory } from './story/story.js';
export { GATHERINGS } from './story/wall.js';
