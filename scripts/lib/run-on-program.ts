import { runInDesktop } from '../desktop/run-in-desktop.ts';
import { inProject } from './paths.ts';
import { prepareTests } from './prepare.ts';

/**
 * Sees to everything the real program needs, and runs `tests/<folder>/index.ts` on a desktop of its own, with a keyring
 * and with the arguments this process was given. @returns its exit code; 1 when something is missing, which has been said
 */
export async function runOnProgram(folder: 'crash' | 'endurance' | 'tour'): Promise<number> {
  const env = await prepareTests();
  if (env === undefined) return 1;
  const script = inProject('tests', folder, 'index.ts');
  return runInDesktop(process.execPath, [script, ...process.argv.slice(2)], { keyring: true, env });
}
