/** Looks for a tray at the start, and a few times more: a panel that starts with the session may come up after us. */

/** When it is looked again, after the look before. Then no more: nothing is waited for without an end. */
const LATE_MS: readonly number[] = [2_000, 10_000, 30_000];

export interface TraySearch {
  /** Settles after the first look. */
  readonly settled: Promise<void>;
  stop(): void;
}

/**
 * @param look whether this desktop shows a tray now
 * @param tell told after each look
 */
export function searchForTray(look: () => Promise<boolean>, tell: (isThere: boolean) => void): TraySearch {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const search = async ([next, ...later]: readonly number[]): Promise<void> => {
    const isThere = await look();
    if (isStopped) return;
    if (!isThere && next !== undefined) timer = setTimeout(() => void search(later), next);
    tell(isThere);
  };
  return {
    settled: search(LATE_MS),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
