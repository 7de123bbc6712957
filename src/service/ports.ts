import type { Clock, RandomBytes } from '../core/ports.ts';

/** Calls `run` once, `delayMs` (0 to 2^31-1) from now, unless the answered function is called before. */
export type Schedule = (delayMs: number, run: () => void) => () => void;

/** What the service needs from the outside world besides its store. */
export interface Surroundings {
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly schedule: Schedule;
  readonly log: (event: ServiceEvent) => void;
}

/** What happened, told without message ids, names, addresses or tokens: all of those say who shares what. */
export type ServiceEvent =
  | { readonly type: 'listening'; readonly origin: string }
  | { readonly type: 'stopped' }
  /** A bug or a failing disk. `reason` is an error's name and system code. */
  | { readonly type: 'failed'; readonly where: string; readonly reason: string };

/** The part of an error that can't hold anything a caller sent. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return error.name + code;
}
