/** `npm run demo`: the tour through the real program, without a screen, with a picture of each step. */
import { runOnProgram } from './lib/run-on-program.ts';

process.exitCode = await runOnProgram('tour');
