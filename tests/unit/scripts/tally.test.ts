import { describe, expect, test } from 'vitest';
import {
  nothing,
  oneFailed,
  succeeded,
  sum,
  summaryLine,
  tallyOfPlaywright,
  tallyOfVitest,
} from '../../../scripts/lib/tally.ts';

const vitestReport = (numbers: Partial<Record<string, number>>, files: readonly object[] = []) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files,
  ...numbers,
});

const playwrightReport = (stats: Partial<Record<string, number>>, errors: readonly unknown[] = []) => ({
  errors,
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
});

describe('the numbers of a vitest run', () => {
  test('are those of its report', () => {
    const report = vitestReport({
      numPassedTests: 7,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
    });
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  test('count a file that could not be loaded as failed', () => {
    const report = vitestReport({ numPassedTests: 3 }, [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ]);
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test('do not count a file twice whose own test failed', () => {
    const report = vitestReport({ numFailedTests: 1 }, [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ]);
    expect(tallyOfVitest(report, 1).failed).toBe(1);
  });

  test('hold a failure when the runner ended badly though every test passed', () => {
    expect(tallyOfVitest(vitestReport({ numPassedTests: 3 }), 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    });
  });

  test('hold a failure when it ran nothing or left no report', () => {
    expect(tallyOfVitest(vitestReport({ numPendingTests: 4 }), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
    });
    expect(tallyOfVitest(undefined, 0)).toEqual(oneFailed);
  });
});

describe('the numbers of a Playwright run', () => {
  test('are those of its report', () => {
    const report = playwrightReport({ expected: 5, unexpected: 1, skipped: 2 });
    expect(tallyOfPlaywright(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  test('count what broke outside of tests', () => {
    expect(tallyOfPlaywright(playwrightReport({ expected: 5 }, [{ message: 'x' }]), 1).failed).toBe(1);
  });

  test('hold a failure after a crash, with and without a report', () => {
    expect(tallyOfPlaywright(playwrightReport({ expected: 5 }), 139).failed).toBe(1);
    expect(tallyOfPlaywright({ unrelated: true }, 0)).toEqual(oneFailed);
  });
});

describe('the end of a run', () => {
  test('adds up all numbers', () => {
    const parts = [
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 20, failed: 3, skipped: 4 },
    ];
    expect(sum(parts)).toEqual({ passed: 21, failed: 3, skipped: 4 });
  });

  test('names skipped tests only when there are any', () => {
    expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(summaryLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });

  test('is good only when something ran and nothing failed', () => {
    expect(succeeded({ passed: 1, failed: 0, skipped: 9 })).toBe(true);
    expect(succeeded({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
    expect(succeeded(nothing)).toBe(false);
  });
});
