import { defineConfig } from 'vitest/config';

/** How long is waited for what a test wants to see, and how often it is looked for. Milliseconds. */
const poll = { timeout: 20_000, interval: 20 };

export default defineConfig({
  test: {
    // Most of a run's processor time went into loading the same modules for each file again. They keep no state of
    // their own: what a test changes in its process (timers, limits), it puts back.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Only to end what hangs: machines are shared, and a busy one's disk takes its time.
          testTimeout: 30_000,
          expect: { poll },
        },
      },
      {
        // Real parts working together: a service on a port, a database on disk.
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/contract/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll },
        },
      },
    ],
  },
});
