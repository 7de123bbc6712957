/** `npm start`: everything from a fresh clone to the open window. */
import { buildAll } from './lib/build.ts';
import { projectRoot } from './lib/paths.ts';
import { displayOrExit, runtimeOrExit } from './lib/prepare.ts';
import { runInForeground } from './lib/foreground.ts';

displayOrExit();
const { electron, args, env } = await runtimeOrExit();
process.exitCode = (await buildAll())
  ? await runInForeground(electron.execPath, [...args, projectRoot, ...process.argv.slice(2)], {
      env,
      cwd: projectRoot,
    })
  : 1;
