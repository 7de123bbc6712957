import { reasonOf, type Surroundings } from './ports.ts';
import type { Store } from './store/store.ts';

export interface Sweeper {
  /** Tells of something that will be due at `moment` (milliseconds since the epoch). */
  notice(moment: number): void;
  stop(): void;
}

/**
 * Timers stand still while a machine sleeps and know nothing of a clock that is set, so none waits longer
 * than an hour for a moment of the day.
 */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** After a failure (a full disk, say): no sooner than this. */
const RETRY_MS = 60 * 1000;

/**
 * Wipes what has expired when it expires. While nothing waits to expire, no timer runs.
 *
 * @param onSwept called after each time it has looked
 */
export function startSweeper(
  store: Store,
  { clock, schedule, log }: Omit<Surroundings, 'random'>,
  onSwept: () => void = () => undefined,
): Sweeper {
  let cancel: (() => void) | null = null;
  let wakesAt = Infinity;
  let stopped = false;

  const wakeAt = (moment: number): void => {
    if (stopped || moment >= wakesAt) return;
    cancel?.();
    wakesAt = moment;
    const wait = Math.min(Math.max(moment - clock(), 0), LONGEST_WAIT_MS);
    cancel = schedule(wait, () => void sweep());
  };

  const sweep = async (): Promise<void> => {
    cancel = null;
    wakesAt = Infinity;
    try {
      await store.sweep(clock());
      onSwept();
      const due = await store.nextDue();
      if (due !== null) wakeAt(due);
    } catch (error) {
      if (stopped) return;
      log({ type: 'failed', where: 'sweep', reason: reasonOf(error) });
      wakeAt(clock() + RETRY_MS);
    }
  };

  void sweep();
  return {
    notice: wakeAt,
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
