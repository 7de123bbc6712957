import { useState } from 'react';

export interface Attempt {
  readonly isBusy: boolean;
  /** What stood in the way of the last one. */
  readonly problem: string | null;
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  readonly fail: (problem: string) => void;
  readonly clear: () => void;
}

/** Something a dialog tries, which takes a moment and may not work. */
export function useAttempt(): Attempt {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    ...{ isBusy, problem, fail: setProblem },
    run: async (work) => {
      setIsBusy(true);
      setProblem(null);
      const result = await work();
      setIsBusy(false);
      return result;
    },
    clear: () => {
      setProblem(null);
    },
  };
}
