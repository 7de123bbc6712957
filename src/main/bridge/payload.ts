/** Bounds on what a window may hand over, checked before any schema walks through it. */
const MAX_DEPTH = 6;
export const MAX_NODES = 2_000;
/** An envelope of the largest allowed size and some room for the rest. */
export const MAX_PAYLOAD_CHARS = 50 * 1024 * 1024;

/** Names that mean something to JavaScript itself: no call has such a field, and no code gets to stumble over one. */
const POISONED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * How much text a payload holds, in UTF-16 units; null when it is not plain data of a bearable size: cyclic, deep,
 * wide, exotic, with fields that are not data, or with names that reach for prototypes.
 *
 * @param mostNodes how wide and deep together it may be
 */
export function weighPayload(payload: unknown, mostNodes = MAX_NODES): number | null {
  let nodes = 0;
  let chars = 0;
  const visit = (value: unknown, depth: number): boolean => {
    nodes += 1;
    if (nodes > mostNodes || depth > MAX_DEPTH) return false;
    if (typeof value === 'string') {
      chars += value.length;
      return chars <= MAX_PAYLOAD_CHARS;
    }
    if (typeof value !== 'object' || value === null)
      return typeof value !== 'function' && typeof value !== 'symbol';
    return (
      fieldsOf(value, mostNodes)?.every(([key, item]) => visit(key, depth) && visit(item, depth + 1)) ?? false
    );
  };
  return visit(payload, 0) ? chars : null;
}

/** The fields of an array or a plain object; null when it is neither, or a field is more than a name and a value. */
function fieldsOf(value: object, mostNodes: number): readonly (readonly [string, unknown])[] | null {
  const isArray = Array.isArray(value);
  if (isArray && value.length > mostNodes) return null;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!isArray && prototype !== Object.prototype && prototype !== null) return null;
  const fields: (readonly [string, unknown])[] = [];
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol' || POISONED.has(key)) return null;
    const field = Object.getOwnPropertyDescriptor(value, key);
    // A getter would run code, and could answer differently the second time.
    if (field === undefined || !('value' in field)) return null;
    if (field.enumerable === true) fields.push([key, field.value]);
  }
  return fields;
}
