import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { isAcknowledged } from '../crash/checks.ts';
import { attemptsOf, runCrashes } from '../crash/crash-run.ts';

// The short version of `npm run crash`, at other moments each time it runs.
test('killed while it sends, the program loses nothing and sends nothing twice', async ({}, info) => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  info.annotations.push({ type: 'seed', description: `npm run crash -- --times 6 --seed ${seed}` });
  const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-crash-'));
  const report = await runCrashes({ times: 6, seed, userData: join(folder, 'user-data') });
  for (const { number, moment, findings } of report.kills) {
    expect(findings, `kill ${number} at ${moment} ms, seed ${seed}`).toEqual([]);
  }
  expect(report.end.findings, `seed ${seed}`).toEqual([]);
  // A run in which nothing was sent would have proved nothing.
  expect(attemptsOf(report).filter(isAcknowledged).length).toBeGreaterThan(0);
  expect(report.end.list.length).toBeGreaterThan(0);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
