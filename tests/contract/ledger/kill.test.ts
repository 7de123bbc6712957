import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { killWhileWriting } from '../../crash/ledger-run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('a list survives being killed while it is worked on in every way it can be', async () => {
  expect(await killWhileWriting({ times: 6, seed: 20_260_601, folder })).toEqual([]);
});
