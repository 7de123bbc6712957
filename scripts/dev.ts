/** `npm run dev`: the program with its renderer reloading as it is edited. */
import { buildPage, forgetProgramBuild } from './lib/build.ts';
import { projectRoot } from './lib/paths.ts';
import { displayOrExit, runtimeOrExit } from './lib/prepare.ts';
import { runInForeground } from './lib/foreground.ts';
import { toolEntry } from './lib/tool.ts';

displayOrExit();
const { electron, args, env } = await runtimeOrExit();
if (await buildPage()) {
  forgetProgramBuild();
  const noSandbox = args.includes('--no-sandbox') ? ['--noSandbox'] : [];
  process.exitCode = await runInForeground(
    process.execPath,
    [toolEntry('electron-vite'), 'dev', ...noSandbox, ...process.argv.slice(2)],
    { env: { ...env, ELECTRON_EXEC_PATH: electron.execPath }, cwd: projectRoot },
  );
} else {
  process.exitCode = 1;
}
