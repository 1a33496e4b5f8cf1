import type { Scenario } from './contender.js';
import { overHttp } from './load.js';

/** A request that another running system answers in place of a scenario's; it must be on this machine. */
interface Peer {
  name: string;
  scenario: string;
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Adds to the scenarios the peers that `BENCH_PEERS`, a JSON list, names; none without it. */
export function withPeers(scenarios: readonly Scenario[]): Scenario[] {
  const peers = JSON.parse(process.env.BENCH_PEERS ?? '[]') as Peer[];
  const unknown = peers.find((peer) => !scenarios.some(({ name }) => name === peer.scenario) || new URL(peer.url).hostname !== '127.0.0.1');
  if (unknown) throw new Error(`BENCH_PEERS: ${unknown.name} needs the name of a scenario and an address on 127.0.0.1`);
  return scenarios.map((scenario) => {
    const peer = peers.find((each) => each.scenario === scenario.name);
    return peer ? { ...scenario, peer: peer.name, contenders: [...scenario.contenders, contenderOf(peer)] } : scenario;
  });
}

function contenderOf({ url, method = 'GET', headers = {}, body }: Peer): Scenario['contenders'][number] {
  const { port, pathname, search } = new URL(url);
  const call = { method, path: pathname + search, headers, body };
  return { name: 'peer', run: (seconds) => overHttp(Number(port), seconds, () => call) };
}
