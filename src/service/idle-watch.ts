import type { Surroundings } from './ports.ts';
import type { Store } from './store/store.ts';

export interface IdleWatch {
  /** A request came in. */
  readonly begin: () => void;
  /** It has been answered. */
  readonly end: () => void;
  /** Something may have ended by itself. */
  readonly look: () => void;
  /** Whether nobody is asking anything, and nothing is left that anybody could ask for. */
  readonly isIdle: () => Promise<boolean>;
  readonly stop: () => void;
}

export interface IdleOptions {
  /** How long nobody must have asked anything, in milliseconds. */
  readonly afterMs: number;
  readonly onIdle: () => void;
}

/**
 * Tells, where somebody wants to know, when nothing can be opened here and nobody has asked anything for a while. There is no timer while something
 * can be opened: only a request or an expiry can end that, and both are told of.
 */
export function watchIdleness(
  store: Store,
  { clock, schedule }: Pick<Surroundings, 'clock' | 'schedule'>,
  options: IdleOptions | null,
): IdleWatch {
  let underWay = 0;
  let cancel: () => void = () => undefined;
  let isStopped = false;

  const isIdle = async (): Promise<boolean> => {
    try {
      const holdsAnything = await store.holdsAnything(clock());
      // Asked last: a request may have come meanwhile.
      return !holdsAnything && underWay === 0;
    } catch {
      // What cannot be read may be there.
      return false;
    }
  };
  const look = (): void => {
    cancel();
    if (options === null || isStopped || underWay > 0) return;
    cancel = schedule(options.afterMs, () => {
      void isIdle().then((idle) => {
        if (idle && !isStopped) options.onIdle();
      });
    });
  };
  look();
  return {
    begin() {
      underWay += 1;
      cancel();
    },
    end() {
      underWay -= 1;
      look();
    },
    look,
    isIdle,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
