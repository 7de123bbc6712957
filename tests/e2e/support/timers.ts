import type { ElectronApplication } from '@playwright/test';
import { expect } from './program.ts';

/** Waits until the main process has a timer of exactly this many milliseconds, and lets it run out at once. */
export async function letRunOut(app: ElectronApplication, delay: number): Promise<void> {
  await expect
    .poll(() =>
      app.evaluate(
        (_electron, wanted) =>
          (globalThis as unknown as { letRunOut: (delay: number) => number }).letRunOut(wanted),
        delay,
      ),
    )
    .toBeGreaterThan(0);
}
