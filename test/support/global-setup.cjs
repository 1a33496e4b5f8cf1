// Starts one throw-away PostgreSQL for the whole run. Its launcher is TypeScript, so it is compiled on the fly here:
// the runner's own transform does not reach what a global set-up requires.
const { transformFileSync } = require('@swc/core');
const { chmodSync, mkdtempSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const Module = require('node:module');

function load(file) {
  const { code } = transformFileSync(file, { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } });
  const module = new Module(file, null);
  module.paths = Module._nodeModulePaths(path.dirname(file));
  module.require = (id) =>
    id.startsWith('.') ? load(path.resolve(path.dirname(file), id.replace(/\.js$/, '.ts'))) : Module.prototype.require.call(module, id);
  module._compile(code, file);
  return module.exports;
}

const IN_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 2 ** 30;

/** Data of a test lives for seconds: where the machine has a file system in memory with room to spare, no disk hears of it. */
function quickestFolder() {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ENOUGH_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

module.exports = async () => {
  process.env.TEST_FOLDERS = quickestFolder();
  const { startEmbeddedPostgres } = load(path.resolve(__dirname, '../../libs/platform/database/embedded-postgres.ts'));
  const server = await startEmbeddedPostgres({
    dataDir: mkdtempSync(path.join(process.env.TEST_FOLDERS, 'wgt-test-')),
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' },
  });
  process.env.TEST_POSTGRES = server.url('postgres');
  // Where the demo of this run will stand once somebody needs it (seeded-data.ts).
  process.env.TEST_DEMO = mkdtempSync(path.join(process.env.TEST_FOLDERS, 'wgt-demo-'));
  chmodSync(process.env.TEST_DEMO, 0o755);
  globalThis.testPostgres = server;
};
