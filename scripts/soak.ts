/**
 * `npm run soak [-- --opens 2000 --shares 500 --minutes 60]`: opens and closes the quick window of the real program, shares from
 * some of them, and fails when the memory of all its processes has grown by a twentieth after the first fifty.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForElectron } from './bench/in-electron.ts';
import { runInDesktop } from './desktop/run-in-desktop.ts';
import { inProject } from './lib/paths.ts';
import { prepareTests } from './lib/prepare.ts';
import { electronOrExit } from './runtime/electron.ts';

const { values } = parseArgs({
  options: {
    opens: { type: 'string', default: '2000' },
    shares: { type: 'string', default: '500' },
    /** Ends with what was reached by then, shares in the same proportion. */
    minutes: { type: 'string', default: '60' },
  },
});
const env = await prepareTests();
const { execPath } = await electronOrExit();
const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-soak-main-'));
try {
  const { main } = await buildForElectron({ main: 'tests/soak/electron-main.ts' }, folder);
  const script = [inProject('tests', 'soak', 'index.ts'), execPath, main, inProject('out/main/index.js')];
  process.exitCode =
    env === undefined
      ? 1
      : await runInDesktop(process.execPath, [...script, values.opens, values.shares, values.minutes], {
          keyring: true,
          env,
        });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
