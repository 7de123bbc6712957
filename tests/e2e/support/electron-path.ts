import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Found or fetched by the same script that `npm start` uses; asked once for each test process. */
let electron: string | undefined;
export function electronPath(): string {
  electron ??=
    process.env['ENIGMACRYPT_ELECTRON'] ??
    execFileSync(
      process.execPath,
      [resolve(import.meta.dirname, '../../../scripts/runtime/print-electron.ts')],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    ).trim();
  return electron;
}
