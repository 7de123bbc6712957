/**
 * `npm run bench [-- --only seal,… --json]`: measures the program in a real Electron, each figure beside what it is
 * compared with, in one run. Prints a table, or one JSON object with the keys of all its parts.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchPart, Measured } from './bench/part.ts';
import { PARTS } from './bench/parts.ts';
import { say } from './lib/say.ts';
import { electronOrExit } from './runtime/electron.ts';

const { parts, asJson } = readArguments();
const { execPath: electron, version } = await electronOrExit();
const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-bench-'));
try {
  const measured: Measured[] = [];
  for (const part of parts) {
    say(`Measuring ${part.name} …`);
    const own = join(folder, part.name);
    mkdirSync(own);
    measured.push(await part.measure({ electron, folder: own }));
  }
  process.stdout.write(asJson ? json(measured) : table(measured));
} catch (failure) {
  say(failure instanceof Error ? failure.message : String(failure));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function json(measured: readonly Measured[]): string {
  const figures = measured.map((part) => part.figures);
  return `${JSON.stringify(Object.assign({ electron: version }, ...figures))}\n`;
}

function table(measured: readonly Measured[]): string {
  return [`Electron ${version}`, ...measured.map(({ rows }) => rows.join('\n')), ''].join('\n\n');
}

function readArguments(): { parts: readonly BenchPart[]; asJson: boolean } {
  const usage = (): never => {
    const names = PARTS.map(({ name }) => name).join(',');
    say(`usage: npm run bench -- [--only ${names}] [--json]`);
    process.exit(2);
  };
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
    const names = values.only?.split(',') ?? PARTS.map(({ name }) => name);
    const isKnown = names.every((wanted) => PARTS.some(({ name }) => name === wanted));
    return isKnown
      ? { parts: PARTS.filter(({ name }) => names.includes(name)), asJson: values.json === true }
      : usage();
  } catch {
    return usage();
  }
}
