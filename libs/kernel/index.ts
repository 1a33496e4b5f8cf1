export * from './clock.js';
export * from './currency.js';
export * from './fact.js';
export * from './ids.js';
export * from './money.js';
export * from './page.js';
export * from './refusal.js';
export * from './states.js';
