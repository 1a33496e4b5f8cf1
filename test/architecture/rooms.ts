/** The rules of the rooms, as a function over source texts: so that the fence itself can be tested. */

export interface Source {
  /** Path from the root of the repository, such as `libs/ledger/domain/period.ts`. */
  path: string;
  text: string;
}

interface Import {
  from: string;
  /** `import type`, or every name in the braces marked `type`: gone when the program runs. */
  typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'|^import\s+'([^']+)'/gm;

export function importsOf(text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, names = '', from, bare]) => {
    const inBraces = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const allTypes =
      inBraces !== undefined &&
      inBraces
        .split(',')
        .filter((n) => n.trim())
        .every((n) => n.trim().startsWith('type '));
    return { from: from ?? bare ?? '', typeOnly: Boolean(type) || allTypes };
  });
}

const MODULE = /^libs\/([^/]+)\/(?:([^/]+)\/)?/;
const FRAMEWORK = /^(@nestjs\/|typeorm|pg$|stripe|fastify|graphile-worker|nodemailer)/;
const isSpec = (path: string): boolean => /\.(db-)?spec\.ts$/.test(path);

/** Resolves a relative import to a path from the root. */
function target(path: string, from: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const step of from.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

type Rule = (module: string, room: string | undefined, path: string, imported: Import) => string | undefined;

const staysInside: Rule = (module, _room, path, { from }) =>
  from.startsWith('.') && !target(path, from).startsWith(`libs/${module}/`) ? 'leaves its module past the door' : undefined;

const kernelIsPlain: Rule = (module, _room, _path, { from }) =>
  module === 'kernel' && (from.startsWith('#') || FRAMEWORK.test(from)) ? 'kernel imports nothing' : undefined;

const platformKnowsNoModule: Rule = (module, _room, _path, { from }) =>
  module === 'platform' && from.startsWith('#') && !['#kernel', '#migrations'].includes(from)
    ? 'platform has never heard of a module'
    : undefined;

const ledgerIsTheGround: Rule = (module, _room, _path, { from }) =>
  module === 'ledger' && from.startsWith('#') && !['#kernel', '#platform'].includes(from) ? 'ledger imports no module' : undefined;

const domainIsPure: Rule = (module, room, path, { from, typeOnly }) => {
  if (room !== 'domain' || module === 'kernel' || module === 'platform') return undefined;
  if (typeOnly && from === '#platform') return undefined;
  if (from.startsWith('#') && from !== '#kernel' && !from.endsWith('/count')) return 'rules import kernel and their own folder';
  if (FRAMEWORK.test(from)) return 'rules know no framework';
  return from.startsWith('.') && !target(path, from).startsWith(`libs/${module}/domain`)
    ? 'rules import kernel and their own folder'
    : undefined;
};

const roomOf = (module: string, path: string, from: string): string | undefined =>
  from.startsWith('.') ? new RegExp(`^libs/${module}/([^/]+)/`).exec(target(path, from))?.[1] : undefined;

const httpUsesVerbs: Rule = (module, room, path, { from, typeOnly }) =>
  room === 'http' && roomOf(module, path, from) === 'store' && !typeOnly ? 'http never touches store' : undefined;

const storeIsBelow: Rule = (module, room, path, { from, typeOnly }) =>
  room === 'store' && ['use-cases', 'http', 'reactions'].includes(roomOf(module, path, from) ?? '') && !typeOnly
    ? 'store knows nothing above it'
    : undefined;

const reactionsUseOwnVerbs: Rule = (module, room, _path, { from, typeOnly }) =>
  room === 'reactions' && from.startsWith('#') && !['#kernel', '#platform', `#${module}`].includes(from) && !typeOnly
    ? 'reactions import other doors for fact types only'
    : undefined;

const stripeIsInOneRoom: Rule = (_module, _room, path, { from }) =>
  from === 'stripe' && !path.startsWith('libs/payments/stripe/') ? 'only libs/payments/stripe imports the SDK' : undefined;

/** What the writer of the contract loads, no server should wait for: it goes by a door of its own. */
const contractIsApart: Rule = (_module, _room, path, { from, typeOnly }) => {
  const writers = ['libs/platform/contract.ts', 'libs/platform/openapi/describe-api.ts'];
  const itsOwn = ['@nestjs/swagger', '#platform/contract'].includes(from) || from.endsWith('/describe-api.js');
  return itsOwn && !typeOnly && !writers.includes(path) ? 'only the contract loads what it is written with (use InContract)' : undefined;
};

const rules: readonly Rule[] = [
  staysInside,
  kernelIsPlain,
  platformKnowsNoModule,
  ledgerIsTheGround,
  domainIsPure,
  httpUsesVerbs,
  storeIsBelow,
  reactionsUseOwnVerbs,
  stripeIsInOneRoom,
  contractIsApart,
];

/** Every broken rule, as `path: what is wrong (import)`. */
export function violationsIn(sources: readonly Source[]): string[] {
  const broken = sources.flatMap(({ path, text }) => {
    const [, module, room] = MODULE.exec(path) ?? [];
    if (isSpec(path)) return [];
    return importsOf(text).flatMap((imported) => {
      if (!module) return outside(path, imported);
      return rules.flatMap((rule) => {
        const wrong = rule(module, room, path, imported);
        return wrong ? [`${path}: ${wrong} (${imported.from})`] : [];
      });
    });
  });
  return [...broken, ...cyclesOf(sources)];
}

/** Front ends and the simulator know contracts, not our code. One pure file may be shared so that a limit exists once. */
function outside(path: string, { from }: Import): string[] {
  const alone = /^apps\/(admin|site|stripe-sim)\//.test(path);
  if (!alone || /\/config\.ts$/.test(path)) return [];
  const leaves = from.startsWith('#') || (from.startsWith('.') && !target(path, from).startsWith(path.split('/').slice(0, 2).join('/')));
  const shared = /libs\/events\/domain\/spark-text(\.js)?$/.test(from.startsWith('.') ? target(path, from) : from);
  return leaves && !shared ? [`${path}: knows a contract, nothing of ours (${from})`] : [];
}

/** Modules that import each other, in a ring. */
function cyclesOf(sources: readonly Source[]): string[] {
  const arrows = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    const module = MODULE.exec(path)?.[1];
    if (!module || isSpec(path)) continue;
    const to = arrows.get(module) ?? new Set<string>();
    for (const { from, typeOnly } of importsOf(text)) if (from.startsWith('#') && !typeOnly) to.add(from.slice(1).split('/')[0]!);
    to.delete(module);
    arrows.set(module, to);
  }
  const found = new Set<string>();
  const walk = (module: string, trail: string[]): void => {
    if (trail.includes(module)) {
      const ring = trail.slice(trail.indexOf(module));
      const first = ring.indexOf([...ring].sort()[0]!);
      found.add(`modules in a ring: ${[...ring.slice(first), ...ring.slice(0, first)].join(' → ')}`);
      return;
    }
    for (const next of arrows.get(module) ?? []) walk(next, [...trail, module]);
  };
  for (const module of arrows.keys()) walk(module, []);
  return [...found];
}
