/**
 * `npm run endurance -- [--minutes 20] [--seed number]`: uses the program for so long — sharing, opening, deleting —
 * while the network goes, the keychain locks, services stand still or die and the program itself is killed; and checks
 * at the end that nothing is lost, nothing doubled, the memory flat and every database sound.
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
        [inProject('tests', 'endurance', 'index.ts'), ...process.argv.slice(2)],
        { keyring: true, env },
      );
