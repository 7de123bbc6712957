import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const filesUnder = (root: string, path: string, excluded: readonly string[]): readonly string[] => {
  if (excluded.includes(path)) return [];
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`, excluded));
};

/**
 * One value for the names and contents of many files: it changes when a file is edited, added, removed or
 * renamed, and not when only times change, as they do on each checkout.
 * @param paths files or folders relative to `root`, with `/`; missing ones count as empty
 * @param excluded paths to leave out, likewise
 */
export const digestOf = (
  root: string,
  paths: readonly string[],
  excluded: readonly string[] = [],
): string => {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => filesUnder(root, each, excluded))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};
