/**
 * `npm run crash -- [--times 200] [--seed number]`: kills the whole program at random moments while it sends, and
 * checks that nothing is lost, nothing doubled and nothing damaged. The same seed chooses the same moments.
 */
import { runOnProgram } from './lib/run-on-program.ts';

process.exitCode = await runOnProgram('crash');
