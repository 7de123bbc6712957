import { basename } from 'node:path';
import { projectRoot } from './paths.ts';
import { type Finished, run } from './process.ts';

/** Runs npm in the project: the npm that is running us, or else the one on the PATH. */
export const runNpm = (
  args: readonly string[],
  timeLimit: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Finished> => {
  const current = process.env['npm_execpath'];
  const [command, all] =
    current !== undefined && basename(current) === 'npm-cli.js'
      ? [process.execPath, [current, ...args]]
      : ['npm', args];
  return run(command, all, { cwd: projectRoot, timeLimit, env });
};
