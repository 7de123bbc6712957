/**
 * The same items, with up to `depth` of them asked for before they are needed. Ending early ends the source.
 *
 * @param source a generator: it keeps the order of what is asked of it at once
 */
export async function* readAhead<T>(
  source: AsyncGenerator<T, void, void>,
  depth: number,
): AsyncGenerator<T, void, void> {
  const asked = Array.from({ length: depth }, () => source.next());
  try {
    for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
      const { done, value } = await next;
      if (done === true) return;
      asked.push(source.next());
      yield value;
    }
  } finally {
    await Promise.allSettled([...asked, source.return()]);
  }
}
