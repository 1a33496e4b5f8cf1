export { startStripeSim, type RunningStripeSim, type StripeSimOptions } from './http/server.js';
export { Sim } from './core/sim.js';
export type { SimConfig, SimOptions } from './core/sim-config.js';
export type { FaultRule } from './core/fault-rules.js';
