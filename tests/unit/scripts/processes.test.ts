import { describe, expect, test } from 'vitest';
import { authorityFile } from '../../../scripts/desktop/display.ts';
import { exitCodeOf } from '../../../scripts/lib/foreground.ts';
import { findOnPath, run } from '../../../scripts/lib/process.ts';

const node = (code: string, timeLimit?: number) =>
  run(process.execPath, ['-e', code], timeLimit === undefined ? {} : { timeLimit });

describe('running a command', () => {
  test('collects what it says and how it ends', async () => {
    const ended = await node('console.log("out"); console.error("err"); process.exitCode = 3');
    expect(ended).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', timedOut: false });
  });

  test('ends it at its limit', async () => {
    expect(await node('setInterval(() => {}, 1000)', 200)).toMatchObject({ code: null, timedOut: true });
  });

  test('tells when there is no such command', async () => {
    const ended = await run('no-such-command-at-all', []);
    expect(ended.code).toBeNull();
    expect(ended.stderr).toContain('no-such-command-at-all');
  });
});

describe('an exit code', () => {
  test('is what a shell would report', () => {
    expect(exitCodeOf(0, null)).toBe(0);
    expect(exitCodeOf(7, null)).toBe(7);
    expect(exitCodeOf(null, 'SIGTERM')).toBe(143);
  });
});

describe('looking for a program', () => {
  test('finds no folders, and nothing where nothing is', () => {
    expect(findOnPath('lib', '/usr')).toBeUndefined();
    expect(findOnPath('node', '')).toBeUndefined();
  });
});

describe('the authority file of a display', () => {
  test('holds one entry for any address and any display', () => {
    const cookie = Buffer.from('0123456789abcdef');
    const bytes = authorityFile(cookie);
    expect(bytes.subarray(0, 6).toString('hex')).toBe('ffff00000000');
    expect(bytes.subarray(6, 8).readUInt16BE()).toBe(18);
    expect(bytes.subarray(8, 26).toString()).toBe('MIT-MAGIC-COOKIE-1');
    expect(bytes.subarray(26, 28).readUInt16BE()).toBe(16);
    expect(bytes.subarray(28)).toEqual(cookie);
  });
});
