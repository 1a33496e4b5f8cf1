// The server without a look at its types: each file by itself, as the tests have it. For a first start that does not keep a newcomer waiting;
// `npm run build`, `check`, `test` and `openapi` compile with the types, and write what only the contract needs besides.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import swc from '@swc/core';
import { root } from './steps.mjs';

const FOLDERS = ['apps/api', 'apps/worker', 'apps/cli', 'apps/stripe-sim', 'libs', 'migrations'];
const options = {
  cwd: root,
  swcrc: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
};

async function transpile(file) {
  const out = join(root, 'dist', relative(root, file)).replace(/\.tsx?$/, '.js');
  const { code, map } = await swc.transformFile(file, { ...options, sourceFileName: relative(dirname(out), file) });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${code}\n//# sourceMappingURL=${out.slice(out.lastIndexOf('/') + 1)}.map\n`);
  writeFileSync(`${out}.map`, map);
}

const files = FOLDERS.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(spec|db-spec|d)\.ts$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
// The compiler must not believe that what it wrote earlier is still there.
rmSync(join(root, 'dist/tsconfig.build.tsbuildinfo'), { force: true });
await Promise.all(files.map(transpile));
