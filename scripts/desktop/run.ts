/**
 * Runs a command inside a desktop without a screen: `node scripts/desktop/run.ts [--no-keyring] -- command …`.
 * With ENIGMACRYPT_USE_DISPLAY=1 the display at hand is used; on macOS and Windows there always is one.
 */
import { say } from '../lib/say.ts';
import { runInDesktop } from './run-in-desktop.ts';

const args = process.argv.slice(2);
const separator = args.indexOf('--');
const options = separator < 0 ? [] : args.slice(0, separator);
const [command, ...rest] = args.slice(separator + 1);

if (command === undefined || separator < 0 || options.some((option) => option !== '--no-keyring')) {
  say('usage: node scripts/desktop/run.ts [--no-keyring] -- command [arguments]');
  process.exitCode = 2;
} else {
  process.exitCode = await runInDesktop(command, rest, { keyring: !options.includes('--no-keyring') });
}
