/**
 * `npm run crash -- [--times 200] [--seed number]`: kills the whole program at random moments while it sends, and
 * checks that nothing is lost, nothing doubled and nothing damaged. The same seed chooses the same moments.
 */
import { runInDesktop } from './desktop/run-in-desktop.ts';
import { inProject } from './lib/paths.ts';
import { prepareTests } from './lib/prepare.ts';

const env = await prepareTests();
process.exitCode =
  env === undefined
    ? 1
    : await runInDesktop(
        process.execPath,
        [inProject('tests', 'crash', 'index.ts'), ...process.argv.slice(2)],
        { keyring: true, env },
      );
