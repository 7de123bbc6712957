import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
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
  // A run in which nothing was handed over would have proved nothing. How much of it was acknowledged before
  // the kill is left to the machine; the long version counts it.
  expect(attemptsOf(report).length).toBeGreaterThan(0);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
