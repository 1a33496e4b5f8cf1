import { program } from 'commander';
import { commands } from './commands/index.js';

program.name('wgt').description('Operator verbs of WeGetTogether.').showHelpAfterError().configureHelp({ sortSubcommands: true });
for (const register of commands) register(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
