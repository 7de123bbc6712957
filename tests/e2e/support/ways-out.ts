/** What a page can send where no request is made: by calls between browsers, and by names it has looked up. */
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { expect, type Program } from './program.ts';

interface Servers {
  readonly udp: number;
  readonly tcp: number;
}

/** Runs in a page. Answers how often it was allowed to begin. */
async function tryCalls({ udp, tcp }: Servers): Promise<{ calls: number; looked: number }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  let calls = 0;
  // A fresh frame has a fresh global scope.
  for (const scope of [globalThis, frame.contentWindow as unknown as typeof globalThis]) {
    try {
      const iceServers = [
        { urls: [`stun:127.0.0.1:${udp}`, `stun:secret-in-stun.leak.test:${udp}`] },
        {
          urls: [`turn:127.0.0.1:${tcp}?transport=tcp`, `turn:secret-in-turn.leak.test:${tcp}?transport=tcp`],
          ...{ username: 'secret', credential: 'secret' },
        },
      ];
      const connection = new scope.RTCPeerConnection({ iceServers });
      calls += 1;
      connection.createDataChannel('secret');
      await connection.setLocalDescription(await connection.createOffer());
    } catch {
      // Not allowed to begin.
    }
  }
  const hints = ['dns-prefetch', 'preconnect', 'prefetch', 'modulepreload'];
  for (const rel of hints) {
    for (const href of [`http://secret-in-${rel}.leak.test/`, `http://127.0.0.1:${tcp}/${rel}`])
      document.head.append(Object.assign(document.createElement('link'), { rel, href }));
  }
  // There is nothing to wait for where nothing happens.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return { calls, looked: hints.length };
}

async function listen(): Promise<Servers & { reached: () => number; close: () => void }> {
  let reached = 0;
  const udp = createSocket('udp4', () => (reached += 1));
  const tcp = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  return {
    udp: udp.address().port,
    tcp: (tcp.address() as AddressInfo).port,
    reached: () => reached,
    close: () => {
      udp.close();
      tcp.close();
    },
  };
}

/** Lets the page go elsewhere, and waits until its window has its own page again. */
async function leave(window: Page, address: string): Promise<void> {
  const own = window.url();
  const pages: string[] = [];
  const note = (frame: Frame): void => {
    if (frame === window.mainFrame()) pages.push(frame.url());
  };
  window.on('framenavigated', note);
  await window.evaluate((target) => {
    location.href = target;
  }, address);
  await expect.poll(() => pages).toEqual(['chrome-error://chromewebdata/', own]);
  window.off('framenavigated', note);
}

/** From the program's own window nothing begins, and Chromium's own log has none of the names. */
export async function tryWaysOut({ app, window }: Program): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  const file = join(folder, 'net.json');
  const { udp, tcp, reached, close } = await listen();
  try {
    await app.evaluate(({ session }, path) => session.defaultSession.netLog.startLogging(path), file);
    expect(await window.evaluate(tryCalls, { udp, tcp })).toEqual({ calls: 0, looked: 4 });
    await leave(window, `http://secret-in-navigation.leak.test:${tcp}/`);
    await app.evaluate(({ session }) => session.defaultSession.netLog.stopLogging());
    const log = readFileSync(file, 'utf8');
    expect(log).toContain('"events"');
    expect(log.match(/secret-in-[a-z-]+/g) ?? []).toEqual([]);
    expect(reached()).toBe(0);
  } finally {
    close();
    rmSync(folder, { recursive: true });
  }
}

/** A page without our headers, in the windows' session: a call may begin, and reaches nobody. */
export async function tryCallsWithoutHeaders({ app }: Program): Promise<void> {
  const { udp, tcp, reached, close } = await listen();
  try {
    const work = `(${tryCalls.toString()})(${JSON.stringify({ udp, tcp })})`;
    const found = await app.evaluate(async ({ BrowserWindow }, text) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
      await stranger.loadURL('about:blank');
      const tried = (await stranger.webContents.executeJavaScript(text)) as { calls: number };
      stranger.destroy();
      return tried;
    }, work);
    expect(found.calls).toBeGreaterThan(0);
    expect(reached()).toBe(0);
  } finally {
    close();
  }
}
