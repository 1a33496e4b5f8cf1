const { createRequire } = require('node:module');
const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const requireOfNode = createRequire(__filename);
const PACKAGES = `${sep}node_modules${sep}`;

/** What was compiled in this worker, by file. Called again it makes a module anew, with code that is compiled, and soon fast, already. */
const compiled = new Map();

/** Jest's own way with our modules, which every spec file loads anew; packages are left to Node, which loads them once a worker. */
module.exports = class NativePackagesRuntime extends Runtime {
  constructor(...args) {
    super(...args);
    const { executor } = this;
    // Jest would compile for a context of its own (one-realm-environment.cjs).
    executor.compile = (source, filename) => {
      if (compiled.get(filename)?.source !== source)
        compiled.set(filename, { source, run: compileFunction(source, executor.injectedModuleParameters, { filename }) });
      return compiled.get(filename).run;
    };
  }

  requireModule(from, name, options, isRequireActual) {
    const ofPackage = name && !name.startsWith('.') && !options?.isInternalModule && !this._resolution.isCoreModule(name);
    const file = ofPackage ? this._resolution.resolveCjs(from, name) : '';
    return file.includes(PACKAGES) ? requireOfNode(file) : super.requireModule(from, name, options, isRequireActual);
  }
};
