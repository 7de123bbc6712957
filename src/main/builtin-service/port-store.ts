import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';

/** Which loopback port the built-in service has: links point to it, so it is kept from run to run. */
export interface PortStore {
  readonly current: number;
  /** Picks and stores another one. */
  move(): void;
}

/** Below the range from which systems hand out ports of their own (RFC 6335 and Linux's default). */
const FIRST_PORT = 20_000;
const PORT_COUNT = 12_000;

const fileSchema = z.object({ version: z.literal(1), port: z.int().min(1024).max(65_535) });

/** @param random a number from 0 (included) to 1 (excluded); nothing secret hangs on it */
export function openPortStore(file: string, now: number, random: () => number): PortStore {
  const pick = (): number => FIRST_PORT + Math.floor(random() * PORT_COUNT);
  const outcome = readJsonFile(file, fileSchema, now);
  let current = outcome.kind === 'read' ? outcome.value.port : pick();
  const store = (): void => {
    writeJsonFile(file, { version: 1, port: current });
  };
  if (outcome.kind !== 'read') store();
  return {
    get current() {
      return current;
    },
    move() {
      current = pick();
      store();
    },
  };
}
