import type { Command } from 'commander';
import { register as check } from './check.js';
import { register as clock } from './clock.js';
import { register as exportBooks } from './export.js';
import { register as identities } from './identities.js';
import { register as importVotes } from './import-votes.js';
import { register as migrate } from './migrate.js';
import { register as recount } from './recount.js';
import { register as seed } from './seed.js';
import { register as user } from './user.js';
import { register as verifyVoting } from './verify-voting.js';

/** Every verb; each loads what it needs when it runs. */
export const commands: readonly ((program: Command) => void)[] = [
  migrate,
  check,
  user,
  identities,
  clock,
  recount,
  verifyVoting,
  importVotes,
  exportBooks,
  seed,
];
