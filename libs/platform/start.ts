/** The door for whoever starts the product: its settings and the database server that comes with it, and nothing that takes long to load. */
export * from './config/config.js';
export { StartError, startEmbeddedPostgres, type EmbeddedPostgres } from './database/embedded-postgres.js';
export { pgCode } from './database/pg-error.js';
