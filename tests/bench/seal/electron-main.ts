/**
 * Measures inside a real Electron, in a window with the program's own settings, policy and scheme. Rounds are
 * interleaved, so that a busy machine is busy for all alike. Prints one line of JSON.
 */
import { createCipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { APP_ORIGIN, registerAppScheme, serveApp } from '../../../src/main/security/app-protocol.ts';
import { guardSession } from '../../../src/main/security/session-guard.ts';
import { webPreferences } from '../../../src/main/windows/window-options.ts';
import type { BenchPage } from './bench-page.ts';
import { median } from '../lib/median.ts';
import { peakBytes, resetPeak, residentBytes } from '../lib/memory.ts';
import type { SealFigures, SealLargeFigures } from '../../../scripts/bench/seal-figures.ts';

const MIB = 1024 * 1024;

registerAppScheme();
void app.whenReady().then(async () => {
  const folder = process.env['ENIGMACRYPT_BENCH_PAGE'];
  if (folder === undefined) throw new Error('ENIGMACRYPT_BENCH_PAGE is not set');
  guardSession(session.defaultSession, [APP_ORIGIN]);
  serveApp(session.defaultSession, folder);
  const openWindow = async (): Promise<BrowserWindow> => {
    const opened = new BrowserWindow({
      show: true,
      webPreferences: webPreferences(join(folder, 'none.cjs')),
    });
    await opened.loadURL(`${APP_ORIGIN}/index.html`);
    return opened;
  };
  const window = await openWindow();
  // A process of its own for the large text: what the others left behind would blur its memory.
  const largeWindow = await openWindow();
  const large = await measureLarge(largeWindow, 100 * MIB);
  largeWindow.destroy();
  const seal = {
    '100B': await measure(window, 100, { rounds: 21, references: 3 }),
    '1MiB': await measure(window, MIB, { rounds: 11, references: 3 }),
    '10MiB': await measure(window, 10 * MIB, { rounds: 7, references: 2 }),
    '100MiB': large,
  };
  process.stdout.write(`BENCH ${JSON.stringify(seal)}\n`);
  app.quit();
});

/** Calls one function of the page and waits for its answer. */
function call<N extends keyof BenchPage>(window: BrowserWindow, name: N, ...args: Parameters<BenchPage[N]>) {
  const code = `bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(',')})`;
  return window.webContents.executeJavaScript(code) as Promise<Awaited<ReturnType<BenchPage[N]>>>;
}

async function measure(
  window: BrowserWindow,
  bytes: number,
  { rounds, references }: { rounds: number; references: number },
): Promise<SealFigures> {
  await call(window, 'prepare', bytes);
  const plain = Buffer.alloc(bytes + 64, 'x');
  const times: Record<'ms' | 'floorMs' | 'referenceMs', number[]> = { ms: [], floorMs: [], referenceMs: [] };
  await call(window, 'seal');
  floor(plain);
  for (let round = 0; round < rounds; round += 1) {
    times.floorMs.push(floor(plain));
    times.ms.push((await call(window, 'seal')).ms);
    if (round < references) times.referenceMs.push(await call(window, 'reference'));
  }
  const [ms, floorMs, referenceMs] = [median(times.ms), median(times.floorMs), median(times.referenceMs)];
  return { ms, referenceMs, floorMs, timesFasterThanReference: referenceMs / ms, timesFloor: ms / floorMs };
}

/** The least this machine needs: derive, encrypt, encode, by the native library, in one go. */
function floor(plain: Buffer): number {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const started = performance.now();
  const key = pbkdf2Sync('correct horse battery staple', salt, 100_000, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const text =
    salt.toString('hex') +
    iv.toString('hex') +
    Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  const ms = performance.now() - started;
  if (text.length < plain.length) throw new Error('nothing was sealed');
  return ms;
}

async function measureLarge(window: BrowserWindow, bytes: number): Promise<SealLargeFigures> {
  await call(window, 'prepare', 100);
  await call(window, 'seal');
  const process = window.webContents.getOSProcessId();
  resetPeak(process);
  const before = residentBytes(process);
  await call(window, 'prepare', bytes);
  const { ms } = await call(window, 'seal');
  const longestTaskMs = await call(window, 'longestTask');
  const peakTimesInput = (peakBytes(process) - before) / bytes;
  const cancelled = await call(window, 'cancel');
  return {
    ms,
    peakTimesInput,
    longestTaskMs,
    cancelledAtShare: cancelled.code === 'cancelled' ? cancelled.share : null,
  };
}
