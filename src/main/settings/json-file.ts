import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

export type ReadOutcome<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'absent' }
  /** It could not be understood; it was renamed to `keptAs` and nothing of it was lost. */
  | { readonly kind: 'set-aside'; readonly keptAs: string };

/**
 * Reads and checks a small JSON file. One that is damaged, or cannot be read although it is there, is moved aside: what
 * is taken for absent is overwritten.
 */
export function readJsonFile<S extends z.ZodType>(
  file: string,
  schema: S,
  now: number,
): ReadOutcome<z.output<S>> {
  let text: string | null = null;
  try {
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    if (isNothingThere(problem)) return { kind: 'absent' };
  }
  const parsed = schema.safeParse(text === null ? undefined : parse(text));
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const keptAs = `${file}.set-aside-${now}`;
  renameSync(file, keptAs);
  return { kind: 'set-aside', keptAs };
}

/** The same for a file that nothing can stand in for: it stays where it is, whatever is in it. Null when it is no use. */
export function lookAtJsonFile<S extends z.ZodType>(file: string, schema: S): z.output<S> | null {
  try {
    const parsed = schema.safeParse(parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
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

/** No file, or no folder that could have one. */
const isNothingThere = (problem: unknown): boolean =>
  typeof problem === 'object' &&
  problem !== null &&
  'code' in problem &&
  (problem.code === 'ENOENT' || problem.code === 'ENOTDIR');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
