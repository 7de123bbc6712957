/**
 * Measures the list in the real window against the scripted main process, with nothing, a thousand and a hundred
 * thousand entries: `node tests/component/ledger-speed.ts`. Milliseconds, the middle of several runs; what counts is
 * how they compare within one run.
 */
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from '../e2e/support/chromium.ts';
import { buildApp, serveApp } from './app-server.ts';
import { openApp } from './open-app.ts';

const RUNS = 5;
const counts = [0, 1_000, 100_000] as const;

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** From the click on the view to the frame that shows its rows. */
const measureOpening = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const button = [...document.querySelectorAll('nav button')].find((each) => each.textContent === 'Sent');
    const began = performance.now();
    if (button instanceof HTMLElement) button.click();
    const isThere = (): boolean =>
      document.querySelector('[data-view=sent] [role=gridcell] p, [data-view=sent] ul') !== null;
    while (!isThere()) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
  });

/** From each key of a search to the frame that shows what it found. */
async function measureSearch(page: Page): Promise<number> {
  await page.getByRole('searchbox').focus();
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const told = document.querySelector('[data-view=sent] [role=status]');
    let pressed = 0;
    document.addEventListener('keydown', () => (pressed = performance.now()), true);
    new MutationObserver(() => {
      const from = pressed;
      requestAnimationFrame(() => seen.push(performance.now() - from));
    }).observe(told!, { childList: true, characterData: true, subtree: true });
  });
  for (const key of 'wi-fi lucia') {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(120);
  }
  return middle(await page.evaluate(() => (window as unknown as { seen: number[] }).seen));
}

interface Scrolling {
  readonly frame: number;
  readonly longest: number;
  readonly dropped: number;
}

/** Scrolls as a hand would that is in a hurry. A frame that takes more than one and a half of the usual was dropped. */
const measureScrolling = (page: Page): Promise<Scrolling> =>
  page.evaluate(async () => {
    const grid = document.querySelector<HTMLElement>('[role=grid]');
    const frames: number[] = [];
    let before = performance.now();
    for (let step = 0; step < 240; step += 1) {
      if (grid !== null) grid.scrollTop += 160;
      const now = await new Promise<number>(requestAnimationFrame);
      frames.push(now - before);
      before = now;
    }
    const usual = frames.toSorted((a, b) => a - b)[frames.length >> 1] ?? 0;
    return {
      frame: usual,
      longest: Math.max(...frames.slice(2)),
      dropped: frames.slice(2).filter((frame) => frame > usual * 1.5).length,
    };
  });

async function measure(browser: Browser, origin: string, count: number): Promise<void> {
  const openings: number[] = [];
  let page: Page | null = null;
  for (let run = 0; run < RUNS; run += 1) {
    await page?.context().close();
    page = await openApp(browser, { origin, script: { generated: count } });
    openings.push(await measureOpening(page));
  }
  const line = [`${String(count).padStart(7)} entries: opens in ${middle(openings).toFixed(0)} ms`];
  if (page !== null && count > 0) {
    const { frame, longest, dropped } = await measureScrolling(page);
    line.push(
      `a frame ${frame.toFixed(1)} ms, the longest ${longest.toFixed(1)} ms, ${dropped} of 238 dropped`,
    );
    line.push(`a key of a search shows in ${(await measureSearch(page)).toFixed(0)} ms`);
  }
  await page?.context().close();
  console.log(line.join('; '));
}

await buildApp();
const server = await serveApp();
const browser = await launchChromium();
for (const count of counts) await measure(browser, server.origin, count);
await browser.close();
await server.close();
