import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Leaves the settings of somebody who lets the program stay in the tray. */
export function leaveResidentSettings(userData: string): void {
  mkdirSync(join(userData, 'data'), { recursive: true, mode: 0o700 });
  const settings = { isOnboarded: true, whenClosed: 'tray' };
  writeFileSync(join(userData, 'data', 'settings.json'), JSON.stringify({ version: 1, settings }), {
    mode: 0o600,
  });
}
