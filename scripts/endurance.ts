/**
 * `npm run endurance -- [--minutes 20] [--seed number]`: uses the program for so long — sharing, opening, deleting —
 * while the network goes, the keychain locks, services stand still or die and the program itself is killed; and checks
 * at the end that nothing is lost, nothing doubled, the memory flat and every database sound.
 */
import { runOnProgram } from './lib/run-on-program.ts';

process.exitCode = await runOnProgram('endurance');
