import type { Browser, Page } from '@playwright/test';
import type { Script } from '../fakes/world.ts';
import { readDoubleScript } from './app-server.ts';

export type Theme = 'light' | 'dark';

export interface Opening {
  readonly origin: string;
  readonly script?: Script;
  /** Of another window than the main one. */
  readonly path?: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Halves the room a page has, as zooming to 200 % does. */
  readonly zoom?: number;
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
}

/** The window in a plain browser: at the person's theme and size, with a bridge of its own. */
export async function openApp(browser: Browser, opening: Opening): Promise<Page> {
  const { zoom = 1, width = 1100, height = 760 } = opening;
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: opening.theme ?? 'light',
    forcedColors: opening.forcedColors === true ? 'active' : 'none',
    reducedMotion: opening.reducedMotion === true ? 'reduce' : 'no-preference',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.addInitScript({ content: `window.bridgeScript = ${JSON.stringify(opening.script ?? {})};` });
  await page.addInitScript({ content: await readDoubleScript() });
  await page.goto(`${opening.origin}/${opening.path ?? ''}`);
  await page.getByRole('main').waitFor();
  return page;
}
