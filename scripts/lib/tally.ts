import { z } from 'zod';

/** Numbers of tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };
export const onePassed: Tally = { ...nothing, passed: 1 };
export const oneFailed: Tally = { ...nothing, failed: 1 };

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
    }),
    nothing,
  );

const count = z.number().int().nonnegative();

/** The part of vitest's JSON report that tells how many tests there were. */
const vitestReport = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** The part of Playwright's JSON report that does. `flaky` ones failed first and passed later. */
const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
});

/**
 * A runner that ended badly without a failing test, told nothing, or ran nothing has failed all the same.
 * @param code the runner's exit code
 */
const honest = (tally: Tally | undefined, code: number): Tally => {
  if (tally === undefined) return oneFailed;
  const ranNothing = tally.passed + tally.failed === 0;
  return tally.failed === 0 && (code !== 0 || ranNothing) ? { ...tally, failed: 1 } : tally;
};

/** @param report what vitest wrote as JSON; anything else counts as a crash */
export const tallyOfVitest = (report: unknown, code: number): Tally => {
  const { data } = vitestReport.safeParse(report);
  if (data === undefined) return honest(undefined, code);
  // A file that could not be loaded, or whose worker crashed, has no failing test of its own.
  const brokenFiles = data.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const tally = {
    passed: data.numPassedTests,
    failed: data.numFailedTests + brokenFiles,
    skipped: data.numPendingTests + data.numTodoTests,
  };
  return honest(tally, code);
};

/** @param report what Playwright wrote as JSON; anything else counts as a crash */
export const tallyOfPlaywright = (report: unknown, code: number): Tally => {
  const { data } = playwrightReport.safeParse(report);
  if (data === undefined) return honest(undefined, code);
  const { expected, unexpected, flaky, skipped } = data.stats;
  return honest({ passed: expected + flaky, failed: unexpected + data.errors.length, skipped }, code);
};

/** The line a run of all tests ends with. */
export const summaryLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A run is good only when something ran and nothing failed. */
export const succeeded = ({ passed, failed }: Tally): boolean => passed > 0 && failed === 0;
