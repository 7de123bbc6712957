/** `npm run check`: format, types, lint, layers, dead code. */
import { runChecks } from './lib/checks.ts';
import { succeeded } from './lib/tally.ts';

process.exitCode = succeeded(await runChecks()) ? 0 : 1;
