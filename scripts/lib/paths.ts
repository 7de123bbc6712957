import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/** The folder that holds package.json. */
export const projectRoot = dirname(dirname(import.meta.dirname));

/** A path inside the project. */
export const inProject = (...parts: readonly string[]): string => join(projectRoot, ...parts);

/**
 * Where things that outlive `node_modules` are kept for this person, after the XDG base directory
 * specification: a relative XDG_CACHE_HOME is to be ignored.
 */
export const cacheFolder = (environment: NodeJS.ProcessEnv = process.env): string => {
  const given = environment['XDG_CACHE_HOME'];
  const base = given !== undefined && isAbsolute(given) ? given : join(homedir(), '.cache');
  return join(base, 'enigmacrypt-desktop');
};

/** Reads a JSON file; undefined when it is missing or no JSON. The caller checks the shape. */
export const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** A text property of something read from JSON; undefined when it is not there or no text. */
export const textOf = (value: unknown, key: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const property: unknown = Reflect.get(value, key);
  return typeof property === 'string' ? property : undefined;
};

/** A numeric property of something read from JSON; undefined when it is not there or no number. */
export const numberOf = (value: unknown, key: string): number | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const property: unknown = Reflect.get(value, key);
  return typeof property === 'number' ? property : undefined;
};
