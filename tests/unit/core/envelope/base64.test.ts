import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkBase64 } from './base64-checks.ts';

const checks = fileURLToPath(new URL('base64-checks.ts', import.meta.url));
const { status, stdout } = spawnSync(process.execPath, ['--js-base-64', checks], { encoding: 'utf8' });
const hasFlag = status === 0;
if (!hasFlag) console.warn("Skipped: checking base64 with the engine's own codec needs a Node that has it.");

describe('base64', () => {
  it('is written and read as Node does, and only in its canonical spelling', () => {
    expect(checkBase64().faults).toEqual([]);
  });

  it.skipIf(!hasFlag)("is the same with the engine's own codec", () => {
    expect(JSON.parse(stdout)).toEqual({ native: true, faults: [] });
  });
});
