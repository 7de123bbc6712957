import { utilityProcess } from 'electron';
import type { ServiceProcess } from './supervisor.ts';

/**
 * Starts the built-in service in a process of its own.
 *
 * @param entry the built entry of that process
 */
export const forkService = (entry: string): ServiceProcess =>
  // Nothing of the program's own environment is the service's business.
  utilityProcess.fork(entry, [], { serviceName: 'EnigmaCrypt service', stdio: 'ignore', env: {} });
