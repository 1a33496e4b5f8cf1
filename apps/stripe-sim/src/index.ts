export { startStripeSim, type RunningStripeSim, type StripeSimOptions } from './http/server.js';
export { Sim, type SimConfig, type SimOptions } from './core/sim.js';
export type { FaultRule } from './core/faults.js';
