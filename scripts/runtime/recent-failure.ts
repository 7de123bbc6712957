import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, numberOf, readJson, textOf } from '../lib/paths.ts';

/** How long a failed official download is not tried again, so that starts are not slowed, in milliseconds. */
const rest = 6 * 60 * 60_000;

const file = (): string => join(cacheFolder(), 'electron-download-failed.json');

export interface RecentFailure {
  readonly reason: string;
  /** Epoch milliseconds. */ readonly until: number;
}

/** What a note of an earlier failure is worth now: nothing for another address, when over, or from the future. */
export const stillResting = (note: unknown, address: string, now: number): RecentFailure | undefined => {
  const at = numberOf(note, 'at');
  const reason = textOf(note, 'reason');
  if (at === undefined || reason === undefined || textOf(note, 'address') !== address) return undefined;
  return at <= now && now < at + rest ? { reason, until: at + rest } : undefined;
};

export const recentFailure = (address: string): RecentFailure | undefined =>
  stillResting(readJson(file()), address, Date.now());

export const rememberFailure = (address: string, reason: string): RecentFailure => {
  const at = Date.now();
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(file(), JSON.stringify({ at, address, reason }));
  return { reason, until: at + rest };
};

export const forgetFailure = (): void => {
  rmSync(file(), { force: true });
};
