import { join } from 'node:path';
import { inProject, readJson, textOf } from './paths.ts';

/**
 * The JavaScript file behind a development dependency's command, to be run with `process.execPath`: the
 * same on every platform, with no shell and no `.cmd` wrapper in between.
 * @param command name of the command when the package offers several
 */
export const toolEntry = (packageName: string, command: string = packageName): string => {
  const folder = inProject('node_modules', packageName);
  const description = readJson(join(folder, 'package.json'));
  const bin: unknown =
    typeof description === 'object' && description !== null ? Reflect.get(description, 'bin') : undefined;
  const entry = typeof bin === 'string' ? bin : textOf(bin, command);
  if (entry === undefined) throw new Error(`${packageName} is not installed: run npm ci`);
  return join(folder, entry);
};
