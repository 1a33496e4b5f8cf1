import { description } from '../core/description.js';

interface Node {
  words: Map<string, Node>;
  any?: Node;
  /** The operation that ends here, by method: `"POST /v1/refunds/{id}"`. */
  ops: Map<string, string>;
}

const node = (): Node => ({ words: new Map(), ops: new Map() });

/** Every path of Stripe's description, as a tree of its segments. */
function plant(): Node {
  const root = node();
  for (const op of Object.keys(description.ops)) {
    const [method = '', template = ''] = op.split(' ');
    let at = root;
    for (const segment of template.slice(1).split('/')) {
      if (segment.startsWith('{')) at = at.any ??= node();
      else {
        const next = at.words.get(segment) ?? node();
        at.words.set(segment, next);
        at = next;
      }
    }
    at.ops.set(method, op);
  }
  return root;
}

const tree = plant();
const withoutIds = new Set(Object.keys(description.ops).filter((op) => !op.includes('{')));

export interface Found {
  op: string;
  ids: string[];
}

/** The operation of a request and what stood in its placeholders; undefined when Stripe has no such thing. */
export function route(method: string, pathname: string): Found | undefined {
  const plain = `${method} ${pathname}`;
  if (withoutIds.has(plain)) return { op: plain, ids: [] };
  const segments = pathname.slice(1).split('/');
  return walk(tree, segments, 0, [], method);
}

function walk(at: Node, segments: string[], i: number, ids: string[], method: string): Found | undefined {
  if (i === segments.length) {
    const op = at.ops.get(method);
    return op ? { op, ids } : undefined;
  }
  const word = at.words.get(segments[i]!);
  const found = word && walk(word, segments, i + 1, ids, method);
  if (found || !at.any || !segments[i]) return found;
  return walk(at.any, segments, i + 1, [...ids, unescaped(segments[i]!)], method);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
