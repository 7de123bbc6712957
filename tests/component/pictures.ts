/**
 * Takes a picture of every view in every state, in both themes: `node tests/component/pictures.ts [parts of names]`.
 * The main ones also in Spanish, in forced colours, narrow, zoomed to 200 %, and in words as long as German ones. They
 * are looked at one by one; nothing is compared. The recipient's page is among them: `page`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchPages } from '../e2e/support/chromium.ts';
import { buildApp, serveApp } from './app-server.ts';
import { openApp, type Opening } from './open-app.ts';
import { buildPage } from '../../scripts/lib/build.ts';
import { takePagePictures } from './page-pictures.ts';
import { pseudoSpanish } from './pseudo.ts';
import { openingOf, type Scene } from './scene.ts';
import { scenes } from './scenes.ts';

const FOLDER = join(import.meta.dirname, '../../artifacts/pictures');
/** Longer than any motion. */
const SETTLE_MS = 350;

type Size = Pick<Opening, 'width' | 'height' | 'zoom'>;

const usual: Size = {};
const special: Readonly<Record<string, Size>> = {
  '-narrow': { width: 360, height: 760 },
  '-zoomed': { zoom: 2 },
};

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

async function takeBothThemes(page: Page, name: string): Promise<void> {
  await take(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, `${name}-dark`);
}

async function takeOtherWays(page: Page, { name, isDeaf = false }: Scene): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  await take(page, `${name}-forced`);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  if (isDeaf) return;
  await page.evaluate(() => {
    window.bridgeDouble.speak('es');
  });
  await take(page, `${name}-spanish`);
}

const inSpanish = (scene: Scene): Scene => ({
  ...scene,
  script: () => ({ ...scene.script?.(), settings: { language: 'es' } }),
});

/** Brings a scene about and hands its page over. A scene that fails is said, and does not end the others. */
async function play(
  browser: Browser,
  scene: Scene,
  opening: Opening,
  then: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await openApp(browser, { ...opening, ...openingOf(scene) });
  page.setDefaultTimeout(10_000);
  try {
    await scene.act?.(page);
    await then(page);
    const violations = await page.evaluate(() => window.policyViolations);
    if (violations.length > 0) console.log(`${scene.name}: ${violations.join(', ')}`);
  } catch (problem) {
    await page.screenshot({ path: join(FOLDER, `${scene.name}-failed.png`) });
    console.log(`${scene.name}: ${String(problem).split('\n').slice(0, 3).join(' ')}`);
  }
  await page.context().close();
}

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((part) => name.includes(part));
mkdirSync(FOLDER, { recursive: true });
await buildApp();
const server = await serveApp();
const pseudo = await serveApp(pseudoSpanish);
const browser = await launchPages();
for (const scene of scenes.filter((each) => isWanted(each.name))) {
  const { name, isMain = false } = scene;
  await play(browser, scene, { origin: server.origin, ...usual }, async (page) => {
    await takeBothThemes(page, name);
    if (isMain) await takeOtherWays(page, scene);
  });
  if (isMain && scene.isDeaf === true) {
    await play(browser, inSpanish(scene), { origin: server.origin }, (page) => take(page, `${name}-spanish`));
  }
  if (isMain) {
    const begun = scene.isDeaf === true ? inSpanish(scene) : scene;
    await play(browser, begun, { origin: pseudo.origin, width: 360, height: 760 }, async (page) => {
      await page.evaluate(() => {
        window.bridgeDouble.speak('es');
      });
      await take(page, `${name}-long-words`);
    });
  }
  for (const [suffix, size] of isMain ? Object.entries(special) : []) {
    await play(browser, scene, { origin: server.origin, ...size }, (page) =>
      takeBothThemes(page, name + suffix),
    );
  }
}
await browser.close();
await server.close();
await pseudo.close();
if (await buildPage()) await takePagePictures(isWanted, take);
