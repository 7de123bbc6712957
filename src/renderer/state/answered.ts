/** A main process that throws has a bug or has gone: for the window that is one more way of no answer. */
export async function answered<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch {
    return null;
  }
}
