// The server as only the writer of openapi.json needs it, in dist/contract: @nestjs/swagger adds to each route and DTO what it reads in its
// types and comments. The server that serves goes without. Types are not judged here: `npm run check` does that.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before } from '@nestjs/swagger/plugin';
import ts from 'typescript';
import { root } from './steps.mjs';

const DIST = join(root, 'dist');
const CONTRACT = join(DIST, 'contract');
const READS = { introspectComments: true, classValidatorShim: true, dtoFileNameSuffix: ['.body.ts', '.query.ts', '.view.ts', '.params.ts'] };

// Doors lead to dist/, so what is compiled must seem to go there; it is put beside.
const keep = (file, text) => {
  const kept = file.replace(DIST, CONTRACT);
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, text);
};

const QUICKLY = { incremental: false, tsBuildInfoFile: undefined, sourceMap: false, noCheck: true };
const { options } = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), QUICKLY, ts.sys);
const program = ts.createProgram([join(root, 'apps/api/src/openapi.ts')], options);
rmSync(CONTRACT, { recursive: true, force: true });
program.emit(undefined, keep, undefined, false, { before: [before(READS, program)] });
const { type, imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const doors = Object.fromEntries(Object.entries(imports).map(([door, file]) => [door, file.replace('./dist/', './')]));
keep(join(DIST, 'package.json'), JSON.stringify({ type, imports: doors }));
