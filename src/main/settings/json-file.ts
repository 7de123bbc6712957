import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

export type ReadOutcome<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'absent' }
  /** It could not be understood; it was renamed to `keptAs` and nothing of it was lost. */
  | { readonly kind: 'set-aside'; readonly keptAs: string };

/** Reads and checks a small JSON file. A damaged one is moved aside, never overwritten. */
export function readJsonFile<S extends z.ZodType>(
  file: string,
  schema: S,
  now: number,
): ReadOutcome<z.output<S>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { kind: 'absent' };
  }
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const keptAs = `${file}.set-aside-${now}`;
  renameSync(file, keptAs);
  return { kind: 'set-aside', keptAs };
}

/** Writes the whole file or leaves the old one: temporary file, flush, rename. */
export function writeJsonFile(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(value, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
