/** Bounds on what a window may hand over, checked before any schema walks through it. */
const MAX_DEPTH = 6;
const MAX_NODES = 2_000;
/** An envelope of the largest allowed size and some room for the rest. */
const MAX_CHARS = 50 * 1024 * 1024;

/** Whether a payload is plain data of a bearable size: no cycles, no exotic objects, not deep, not wide. */
export function isBearable(payload: unknown): boolean {
  let nodes = 0;
  let chars = 0;
  const visit = (value: unknown, depth: number): boolean => {
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH) return false;
    if (typeof value === 'string') {
      chars += value.length;
      return chars <= MAX_CHARS;
    }
    if (typeof value !== 'object' || value === null)
      return typeof value !== 'function' && typeof value !== 'symbol';
    if (Array.isArray(value)) return value.every((item) => visit(item, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    return Object.entries(value).every(([key, item]) => visit(key, depth + 1) && visit(item, depth + 1));
  };
  return visit(payload, 0);
}
