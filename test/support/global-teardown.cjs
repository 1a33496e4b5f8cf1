const { rmSync } = require('node:fs');

module.exports = async () => {
  const server = globalThis.testPostgres;
  await server.stop();
  for (const folder of [server.socketDir, process.env.TEST_DEMO]) rmSync(folder, { recursive: true, force: true });
};
