import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Source } from './rooms.js';

export const ROOT = resolve(__dirname, '../..');

/** Every TypeScript source below the given folders; the folder list is read, never kept by hand. */
export function sourcesBelow(...folders: string[]): Source[] {
  const found: Source[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) {
        if (!['node_modules', '.react-router', 'dist'].includes(name)) walk(path);
      } else if (/\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
        found.push({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') });
    }
  };
  for (const folder of folders) walk(join(ROOT, folder));
  return found;
}
