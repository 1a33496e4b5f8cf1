import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration of plain SQL. `at` gives its place in the order (`2026-11-23T19:30`), `name` says what it brings.
 * Every migration gives up rather than wait more than two seconds for a lock.
 */
export const sqlMigration = (at: string, name: string, up: string, down: string): new () => MigrationInterface =>
  class implements MigrationInterface {
    readonly name = `${name}${Date.parse(`${at}:00Z`)}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`set local lock_timeout = '2s'`);
      await runner.query(up);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`set local lock_timeout = '2s'`);
      await runner.query(down);
    }
  };
