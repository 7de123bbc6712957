/** Wakes the outbox up with growing pauses while something waits in it, and not at all otherwise. */
export interface OutboxTimer {
  /** Tries now, and goes on trying while something is left. */
  kick(): void;
  /** Neither tries nor wakes up until it is resumed, which is a kick. */
  pause(): void;
  resume(): void;
  stop(): void;
}

const LONGEST_PAUSE_MS = 15 * 60_000;
/** A full disk, say: what waits must not wait until somebody happens to kick. */
const AFTER_TROUBLE_MS = 30_000;

/** @param flush tries everything; answers in how many milliseconds to try again, null for not at all */
export function createOutboxTimer(flush: () => Promise<number | null>): OutboxTimer {
  let timer: NodeJS.Timeout | undefined;
  /** How often it was tried since somebody kicked it: each time twice the pause. */
  let tries = 0;
  let running = false;
  let stopped = false;
  let paused = false;

  async function run(): Promise<void> {
    if (running || stopped || paused) return;
    running = true;
    clearTimeout(timer);
    try {
      const pause = await flush().catch(() => AFTER_TROUBLE_MS);
      if (pause !== null) schedule(pause);
    } finally {
      running = false;
    }
  }

  function schedule(pause: number): void {
    if (stopped || paused) return;
    timer = setTimeout(() => void run(), Math.min(pause * 2 ** tries, Math.max(pause, LONGEST_PAUSE_MS)));
    tries = Math.min(tries + 1, 20);
  }

  return {
    kick() {
      tries = 0;
      void run();
    },
    pause() {
      paused = true;
      clearTimeout(timer);
    },
    resume() {
      paused = false;
      tries = 0;
      void run();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
