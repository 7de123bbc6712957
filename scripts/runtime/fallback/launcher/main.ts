/**
 * Stands in for Electron's `default_app.asar`, which the fallback lacks: makes `electron <path>` run the
 * program at that path. An ES module on purpose: Electron holds back `ready` until an ES module entry has
 * been evaluated, so the program can register its schemes before that, as it can in the official one.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { describe, readInvocation } from './entry.ts';

/** Electron's own default app uses these two as well; they are missing from its public types. */
const tell = (setter: 'setAppPath' | 'setVersion', value: string): void => {
  const method: unknown = Reflect.get(app, setter);
  if (typeof method === 'function') Reflect.apply(method, app, [value]);
};

/** Names the program as its package.json does and tells which file to run. */
const prepare = (path: string): string => {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const description = join(folder, 'package.json');
  if (!isFolder || !existsSync(description)) {
    tell('setAppPath', folder);
    return isFolder ? join(path, 'index.js') : path;
  }
  const { main, name, version } = describe(JSON.parse(readFileSync(description, 'utf8')));
  if (name !== undefined) app.setName(name);
  if (version !== undefined) tell('setVersion', version);
  tell('setAppPath', folder);
  return resolve(folder, main);
};

const launch = async (): Promise<void> => {
  const { entry, preload } = readInvocation(process.argv.slice(1));
  if (entry === undefined) throw new Error('usage: electron [options] <file or folder>');
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const require = createRequire(join(process.cwd(), 'noop.js'));
  preload.forEach((module) => void require(module));
  await import(pathToFileURL(prepare(resolve(entry))).href);
};

try {
  await launch();
} catch (error) {
  // Left uncaught, Electron would show a dialog and wait for a click that never comes in a test.
  console.error('The program could not be loaded:', error);
  process.exit(1);
}
