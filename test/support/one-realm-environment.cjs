const { AsyncLocalStorage } = require('node:async_hooks');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

// What packages keep of the classes of one spec file under a global name; the next file declares its own.
const KEPT_OF_CLASSES = ['typeormMetadataArgsStorage', 'classValidatorMetadataStorage'];

/**
 * Storages that a spec file has used. To Node 20 each one in use is work at every promise from then on, and Jest makes one a file: after
 * a hundred files a promise took longer than what it was for. One that is used again is told so by Node, and comes back.
 */
const used = new Set();
for (const use of ['run', 'enterWith']) {
  const ofNode = AsyncLocalStorage.prototype[use];
  AsyncLocalStorage.prototype[use] = function (...args) {
    used.add(this);
    return Reflect.apply(ofNode, this, args);
  };
}

/**
 * Specs run where Node itself runs, not each in a JavaScript context of its own: packages are then loaded once a worker, as they are in
 * production (native-packages-runtime.cjs), an error of Node is an `Error`, and nothing goes through the proxy of a context's globals.
 * Together that is a third of the processor time of the routes' specs. What a file changes of the process is put back after it.
 */
module.exports = class OneRealmEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  // The kind that Jest calls legacy needs a context.
  fakeTimers = null;
  before = { env: { ...process.env }, exit: process.exit, console: globalThis.console };

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    for (const name of Object.keys(process.env)) if (!(name in this.before.env)) delete process.env[name];
    Object.assign(process.env, this.before.env);
    process.exit = this.before.exit;
    globalThis.console = this.before.console;
    for (const name of KEPT_OF_CLASSES) delete globalThis[name];
    for (const storage of used) storage.disable();
    used.clear();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return globalThis;
  }
};
