/**
 * Takes a picture of every view in every state, in both themes: `node tests/component/pictures.ts [part of a name]`.
 * They are looked at one by one; nothing is compared.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { launchChromium } from '../e2e/support/chromium.ts';
import { buildApp, serveApp } from './app-server.ts';
import { openApp, type Opening } from './open-app.ts';
import { type Scene, scenes } from './scenes.ts';

const FOLDER = join(import.meta.dirname, '../../artifacts/pictures');
/** Longer than any motion. */
const SETTLE_MS = 350;

const sizes: Readonly<Record<string, Pick<Opening, 'width' | 'height' | 'zoom'>>> = {
  '': {},
  '-narrow': { width: 360, height: 760 },
};

async function picture(browser: Browser, scene: Scene, suffix: string, opening: Opening): Promise<void> {
  const script = scene.script?.();
  const page = await openApp(browser, { ...opening, ...(script === undefined ? {} : { script }) });
  page.setDefaultTimeout(5000);
  const name = `${scene.name}${suffix}-${opening.theme ?? 'light'}`;
  try {
    await scene.act?.(page);
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    const violations = await page.evaluate(() => window.policyViolations);
    if (violations.length > 0) console.log(`${name}: ${violations.join(', ')}`);
  } catch (problem) {
    await page.screenshot({ path: join(FOLDER, `${name}-failed.png`) });
    console.log(`${name}: ${String(problem).split('\n').slice(0, 3).join(' ')}`);
  }
  await page.context().close();
}

const wanted = process.argv[2] ?? '';
const themes = ['light', 'dark'] as const;
mkdirSync(FOLDER, { recursive: true });
await buildApp();
const server = await serveApp();
const browser = await launchChromium();
for (const scene of scenes.filter(({ name }) => name.includes(wanted))) {
  for (const [suffix, size] of Object.entries(sizes)) {
    if (suffix !== '' && scene.alsoNarrow !== true) continue;
    for (const theme of themes)
      await picture(browser, scene, suffix, { origin: server.origin, theme, ...size });
  }
}
await browser.close();
await server.close();
