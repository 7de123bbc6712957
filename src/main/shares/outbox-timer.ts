/** Wakes the outbox up with growing pauses while something waits in it, and not at all otherwise. */
export interface OutboxTimer {
  /** Tries now, and goes on trying while something is left. */
  kick(): void;
  stop(): void;
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** @param flush tries everything; answers whether something is still waiting */
export function createOutboxTimer(flush: () => Promise<boolean>): OutboxTimer {
  let timer: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;
  let running = false;
  let stopped = false;

  async function run(): Promise<void> {
    if (running || stopped) return;
    running = true;
    clearTimeout(timer);
    try {
      if (await flush()) schedule();
      else pause = FIRST_PAUSE_MS;
    } finally {
      running = false;
    }
  }

  function schedule(): void {
    if (stopped) return;
    timer = setTimeout(() => void run(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  return {
    kick() {
      pause = FIRST_PAUSE_MS;
      void run();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
