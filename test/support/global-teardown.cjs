const { rmSync } = require('node:fs');

module.exports = async () => {
  const server = globalThis.testPostgres;
  await server.stop();
  rmSync(server.socketDir, { recursive: true, force: true });
};
