/** `npm run demo`: the tour through the real program, without a screen, with a picture of each step. */
import { runInDesktop } from './desktop/run-in-desktop.ts';
import { inProject } from './lib/paths.ts';
import { prepareTests } from './lib/prepare.ts';

const env = await prepareTests();
process.exitCode =
  env === undefined
    ? 1
    : await runInDesktop(
        process.execPath,
        [inProject('tests', 'tour', 'index.ts'), ...process.argv.slice(2)],
        { keyring: true, env },
      );
