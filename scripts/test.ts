/** `npm test`: everything, from what the system lacks to the last end-to-end test, and the numbers at the end. */
import { runChecks } from './lib/checks.ts';
import { prepareTests } from './lib/prepare.ts';
import { runPlaywright, runVitest } from './lib/run-tests.ts';
import { say } from './lib/say.ts';
import { oneFailed, succeeded, sum, summaryLine, type Tally } from './lib/tally.ts';

/** A step that breaks counts as failed, and the ones after it are run all the same. */
const step = async (title: string, work: () => Promise<Tally>): Promise<Tally> => {
  console.log(`\n── ${title}`);
  try {
    const tally = await work();
    console.log(`── ${title}: ${summaryLine(tally)}`);
    return tally;
  } catch (error) {
    say(`${title} broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return oneFailed;
  }
};

const environment = await prepareTests();

/** What keeps a processor busy. */
const quick = async (): Promise<Tally> => {
  const tests = await step('unit and contract tests', () => runVitest(environment ?? process.env));
  return sum([tests, await step('checks', runChecks)]);
};

/** What mostly waits for windows. */
const slow = (): Promise<Tally> =>
  step('end-to-end tests', async () => {
    if (environment !== undefined) return runPlaywright(environment);
    say('They could not be run: see the beginning.');
    return oneFailed;
  });

const total = sum(await Promise.all([quick(), slow()]));
process.exitCode = succeeded(total) ? 0 : 1;
console.log(`\n${summaryLine(total)}`);
