/** What a start needs of the product itself: all of it, loaded while the database server comes up. */
export { migrate } from '#platform';
export { makeApi, serve } from '../serve.js';
export { seedOnce } from './first-start.js';
export { startLocalStripe } from './local-stripe.js';
