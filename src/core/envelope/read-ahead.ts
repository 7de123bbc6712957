/** How many items are asked for before they are needed. */
export interface Ahead {
  /** Until the first is taken. */
  readonly first: number;
  /** From then on; 1 or more. */
  readonly then: number;
}

/**
 * The same items, with some of them asked for before they are needed. Ending early ends the source.
 *
 * @param source a generator: it keeps the order of what is asked of it at once
 */
export async function* readAhead<T>(
  source: AsyncGenerator<T, void, void>,
  ahead: Ahead,
): AsyncGenerator<T, void, void> {
  const asked = Array.from({ length: ahead.first }, () => source.next());
  try {
    for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
      const { done, value } = await next;
      if (done === true) return;
      while (asked.length < ahead.then) asked.push(source.next());
      yield value;
    }
  } finally {
    await Promise.allSettled([...asked, source.return()]);
  }
}
