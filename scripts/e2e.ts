/** `npm run test:e2e -- [Playwright's arguments]`: the end-to-end tests, with everything they need. */
import { prepareTests } from './lib/prepare.ts';
import { playwright } from './lib/run-tests.ts';

const environment = await prepareTests();
process.exitCode = environment === undefined ? 1 : await playwright(environment, process.argv.slice(2));
