/** Slices that another thread sends when it is asked: a few are on their way or in hand while one is being used. */

export interface Slices<T> extends AsyncIterable<T> {
  readonly push: (slice: T, isLast: boolean) => void;
  /** Nothing more will come, and what waits is dropped. */
  readonly end: () => void;
}

/** Enough that the other thread may be busy for a frame. */
const AHEAD = 4;

/** @param ask asks for one slice, and takes back one that was used */
export function createSlices<T>(ask: (used: T | undefined) => void): Slices<T> {
  const waiting: T[] = [];
  const used: T[] = [];
  let inUse: T | undefined;
  let asked = 0;
  let isOver = false;
  let wake: ((slice: IteratorResult<T, undefined>) => void) | null = null;
  const over: IteratorResult<T, undefined> = { done: true, value: undefined };

  const askOn = (most: number): void => {
    while (!isOver && asked + waiting.length < most) {
      asked += 1;
      ask(used.pop());
    }
  };
  const give = (value: T): IteratorResult<T, undefined> => {
    inUse = value;
    return { done: false, value };
  };
  const takeBack = (): void => {
    if (inUse !== undefined) used.push(inUse);
    inUse = undefined;
  };
  const answer = (slice: () => IteratorResult<T, undefined>): boolean => {
    const waker = wake;
    wake = null;
    waker?.(slice());
    return waker !== null;
  };

  // One to begin with: most texts are no longer than that.
  askOn(1);
  return {
    push: (slice, isLast) => {
      asked -= 1;
      isOver ||= isLast;
      if (!answer(() => give(slice))) waiting.push(slice);
      askOn(AHEAD);
    },
    end: () => {
      isOver = true;
      waiting.length = 0;
      answer(() => over);
    },
    [Symbol.asyncIterator]: () => ({
      next: () => {
        takeBack();
        const slice = waiting.shift();
        if (slice === undefined && !isOver)
          return new Promise((resolve) => {
            wake = resolve;
          });
        askOn(AHEAD);
        return Promise.resolve(slice === undefined ? over : give(slice));
      },
    }),
  };
}
