import { Refusal } from '../core/refusal.js';
import type { Sim } from '../core/sim.js';
import { readCommand } from './command-input.js';
import { bad, type Verb } from './command-work.js';
import { verbs } from './commands.js';
import type { Recorder } from './recorder.js';

export interface ControlAnswer {
  status: number;
  body: unknown;
  text?: string;
}

function lookUp(method: string, segments: string[]): { name: string; verb: Verb; ids: string[] } | undefined {
  for (const [name, verb] of Object.entries(verbs)) {
    const [wanted, pattern = ''] = name.split(' ');
    const parts = pattern.split('/');
    if (wanted !== method || parts.length !== segments.length) continue;
    if (parts.every((p, i) => p === '*' || p === segments[i])) return { name, verb, ids: segments.filter((_, i) => parts[i] === '*') };
  }
  return undefined;
}

/** The control interface, `/_sim/…`: JSON in, JSON out. */
export async function control(sim: Sim, recorder: Recorder, method: string, pathname: string, raw: string): Promise<ControlAnswer> {
  const segments = pathname.replace(/^\/_sim\//, '').split('/');
  if (method === 'GET' && segments[0] === 'recording') return { status: 200, body: null, text: recorder.text() };
  const found = lookUp(method, segments);
  if (!found) return { status: 404, body: { error: { message: `No such command: ${method} ${pathname}`, commands: Object.keys(verbs) } } };
  try {
    const body = readCommand(found.name, raw);
    sim.runDue();
    const result = await found.verb(sim, found.ids, body, recorder);
    sim.commit();
    return { status: 200, body: result };
  } catch (error) {
    sim.commit();
    if (error instanceof Refusal) return { status: error.status, body: { error: error.body } };
    const refusal = bad(error instanceof Error ? error.message : String(error));
    return { status: refusal.status, body: { error: refusal.body } };
  }
}
