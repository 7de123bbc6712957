/** `npm run test:e2e -- [Playwright's arguments]`: the end-to-end tests, with everything they need. */
import { prepareTests } from './lib/prepare.ts';
import { runPlaywright } from './lib/run-tests.ts';
import { succeeded, summaryLine } from './lib/tally.ts';

const environment = await prepareTests();
if (environment === undefined) {
  process.exitCode = 1;
} else {
  const tally = await runPlaywright(environment, process.argv.slice(2));
  process.exitCode = succeeded(tally) ? 0 : 1;
  console.log(summaryLine(tally));
}
