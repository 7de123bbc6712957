/**
 * `npm run icons`: makes every size and format of the application icon and of the tray icons from the drawings in
 * build/sources/, with the Chromium the tests use. Run it after a drawing was changed, and commit what it made.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';
import type { Page } from '@playwright/test';
import { launchChromium } from './lib/chromium.ts';
import { inProject } from './lib/paths.ts';
import { say } from './lib/say.ts';

/** From this size on there is room for the letter under the seal. */
const LETTER_FROM_PX = 64;
/** macOS wants room around the shape: 824 of 1024 pixels (Apple's icon template). Ours is drawn 896 wide. */
const MAC_SCALE = 824 / 896;

const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;
/** Apple's names for what an .icns may hold, and the edge of each in pixels. */
const ICNS_TYPES = {
  ic04: 16,
  ic05: 32,
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
} as const;

/** Ink for light panels, ivory for dark ones, black with transparency where macOS does the colouring. */
const TRAY_LOOKS = {
  'on-light': { ink: '#1b1d29', mark: '#b45309' },
  'on-dark': { ink: '#f0eadd', mark: '#e5b862' },
} as const;
/** Electron picks the file that fits the display's scale by the suffix; 16 points is what panels show. */
const TRAY_SCALES = { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32, '@3x': 48, '@4x': 64 } as const;
const TRAY_STATES = ['tray', 'tray-waiting'] as const;

interface Drawing {
  readonly source: string;
  readonly size: number;
  readonly scale?: number;
  readonly ink?: string;
  readonly mark?: string;
}

const drawingOf = (size: number): string => (size >= LETTER_FROM_PX ? 'app-icon' : 'app-icon-small');

async function draw(page: Page, drawing: Drawing): Promise<Buffer> {
  const { source, size, scale = 1, ink = '#000', mark = ink } = drawing;
  const svg = readFileSync(inProject('build', 'sources', `${source}.svg`), 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent;overflow:hidden}
     svg{display:block;width:${size}px;height:${size}px;color:${ink};--mark:${mark};transform:scale(${scale})}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true });
}

function put(file: string, bytes: Uint8Array): void {
  const path = inProject(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

async function makeAppIcons(page: Page): Promise<void> {
  const ico = new IconIco();
  for (const size of APP_SIZES) {
    const png = await draw(page, { source: drawingOf(size), size });
    put(`build/icons/${size}x${size}.png`, png);
    if (size === 256) put('resources/icon.png', png);
  }
  for (const size of ICO_SIZES)
    await ico.addFromPng(await draw(page, { source: drawingOf(size), size }), null, false);
  put('build/icon.ico', ico.encode());
  const icns = new IconIcns();
  for (const [type, size] of Object.entries(ICNS_TYPES)) {
    const isLetter = size >= LETTER_FROM_PX;
    const scale = isLetter ? MAC_SCALE : 0.92;
    await icns.addFromPng(await draw(page, { source: drawingOf(size), size, scale }), [type], false);
  }
  put('build/icon.icns', icns.encode());
}

async function makeTrayIcons(page: Page): Promise<void> {
  for (const state of TRAY_STATES) {
    for (const [look, colours] of Object.entries(TRAY_LOOKS)) {
      for (const [suffix, size] of Object.entries(TRAY_SCALES)) {
        const png = await draw(page, { source: state, size, ...colours });
        put(`resources/tray/${state}-${look}${suffix}.png`, png);
      }
    }
    for (const [suffix, size] of [['', 16] as const, ['@2x', 32] as const]) {
      put(`resources/tray/${state}Template${suffix}.png`, await draw(page, { source: state, size }));
    }
  }
}

for (const folder of ['build/icons', 'resources/tray'])
  rmSync(inProject(folder), { recursive: true, force: true });
const browser = await launchChromium();
const page = await browser.newPage();
await makeAppIcons(page);
await makeTrayIcons(page);
await browser.close();
say('The icons are in build/ and resources/.');
