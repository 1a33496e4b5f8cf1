import pg from 'pg';
import { type BenchDatabase } from './database.js';
import { castScenarios } from './cast.scenarios.js';
import type { Ports, Scenario } from './contender.js';
import { listScenario } from './list.scenario.js';
import { pledgeScenario } from './pledge.scenario.js';
import { withPeers } from './peers.js';
import { resultScenarios } from './result.scenarios.js';
import { supportScenario } from './support.scenario.js';

/** The scenarios over the given servers. Each contender takes rows of its own, so that none does another's work. */
export function scenarios(database: BenchDatabase, ports: Ports): { all: Scenario[]; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 16 });
  const parts = { pool, ports, proposals: database.proposals, people: database.people, countedVote: database.countedVote };
  const all = [...castScenarios(parts), supportScenario(parts), pledgeScenario(parts), listScenario(parts), ...resultScenarios(parts)];
  return { all: withPeers(all), close: () => pool.end() };
}
