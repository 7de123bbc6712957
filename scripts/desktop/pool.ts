/** Several desktops at once: each worker of a test runner has a display, a bus and a keychain to itself. */
import { z } from 'zod';
import { foreign } from './session.ts';

/** Holds the environments of the desktops as JSON, in the order of the workers. */
export const desktopsVariable = 'ENIGMACRYPT_DESKTOPS';

const desktops = z.array(z.record(z.string(), z.string()));

/** How many desktops there are to go into; none outside of such a run. */
export const desktopCount = (env: NodeJS.ProcessEnv): number => read(env).length;

/**
 * Moves this process, and what it starts from now on, into the desktop of a worker.
 * @param index the worker's, counted from 0; two that run at the same time have different ones
 */
export const enterDesktop = (env: NodeJS.ProcessEnv, index: number): void => {
  const inside = read(env)[index];
  if (inside === undefined) return;
  for (const name of foreign) Reflect.deleteProperty(env, name);
  Object.assign(env, inside);
};

const read = (env: NodeJS.ProcessEnv): z.infer<typeof desktops> => {
  const text = env[desktopsVariable];
  return text === undefined ? [] : desktops.parse(JSON.parse(text));
};
