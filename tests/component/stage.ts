/**
 * One page on which scene after scene is played. A window of its own for each would cost more than the scene itself:
 * here the process, its compiled scripts and axe stay. Nothing else does: each scene begins with loading the window,
 * against a bridge of its own.
 */
import type { Browser, Page } from '@playwright/test';
import type { Language } from '../../src/shared/language.ts';
import { readDoubleScript } from './app-server.ts';
import { axeSource } from './axe.ts';
import { openingOf, type Scene } from './scene.ts';

export interface Stage {
  readonly page: Page;
  /** Brings a scene about, light and in English, in a window of its usual size. */
  readonly play: (scene: Scene) => Promise<void>;
  /** From now on it speaks this language. What cannot hear of it begins again, in that language. */
  readonly speak: (scene: Scene, language: Language) => Promise<void>;
  /** Ends it. @returns what the pages broke: their policy, or by an exception of their own */
  readonly strike: () => Promise<readonly string[]>;
}

export async function openStage(browser: Browser, origin: string): Promise<Stage> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (problem) => problems.push(String(problem)));
  // A window keeps its name when another page is loaded in it: it carries the script there before anything runs.
  await page.addInitScript({ content: `window.bridgeScript = JSON.parse(window.name || '{}');` });
  await page.addInitScript({ content: await readDoubleScript() });
  await page.addInitScript({ content: axeSource });
  // It would lose its name on the way from nowhere to the windows' own origin: it begins with any file there.
  await page.goto(`${origin}/layers.css`);
  let playing = 'the empty stage';

  const noteViolations = async (): Promise<void> => {
    const violations = await page.evaluate(() => window.policyViolations);
    problems.push(...violations.map((violation) => `${playing}: ${violation}`));
  };

  const load = async (scene: Scene, language?: Language): Promise<void> => {
    await noteViolations();
    playing = scene.name;
    const { path = '', width = 1100, height = 760, script = {} } = openingOf(scene);
    // Motion would be caught half-way: colours between two states have no contrast of their own.
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    const told = language === undefined ? script : { ...script, settings: { ...script.settings, language } };
    await page.evaluate((text) => {
      window.name = text;
    }, JSON.stringify(told));
    await page.goto(`${origin}/${path}`);
    await page.getByRole('main').waitFor();
    await scene.act?.(page);
  };

  return {
    page,
    play: (scene) => load(scene),
    speak: async (scene, language) => {
      if (scene.isDeaf === true) {
        await load(scene, language);
        return;
      }
      const before = await page.evaluate((wanted) => {
        const { innerText } = document.body;
        window.bridgeDouble.speak(wanted);
        return innerText;
      }, language);
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.waitForFunction((text) => document.body.innerText !== text, before);
    },
    strike: async () => {
      await noteViolations();
      await context.close();
      return problems;
    },
  };
}
