/** The door for whoever writes or reads the contract: what it needs takes long to load, and no server needs it. */
export { controllersOf } from './openapi/controllers-of.js';
export { describeApi } from './openapi/describe-api.js';
export { sayContract } from './openapi/in-contract.js';
