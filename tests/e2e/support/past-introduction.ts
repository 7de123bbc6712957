import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Leaves the settings of somebody who has seen the introduction, unless a program was there before. */
export function leaveIntroductionBehind(userData: string): void {
  const file = join(userData, 'data', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(join(userData, 'data'), { recursive: true, mode: 0o700 });
  // All other settings have their defaults, as in the file of an earlier version.
  writeFileSync(file, JSON.stringify({ version: 1, settings: { isOnboarded: true } }), { mode: 0o600 });
}
