/** What axe finds on a page, by rule and element. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

/** Puts axe on a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** Longer than any motion, in milliseconds. */
const SETTLE_MS = 400;

/**
 * What axe finds once the page has settled: what is just appearing is half there, and a dialog whose layer is still
 * fading in does not count as one. So what is found is looked at again a little later, and only that counts.
 *
 * @param rules only these, or every rule where none are named
 */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  const found = await look(page, rules);
  if (found.length === 0) return found;
  await page.waitForTimeout(SETTLE_MS);
  return look(page, rules);
}

/**
 * Runs axe in the page itself: what is evaluated from outside needs no leave of the page's policy, and one page
 * without frames needs none of the ways around frames that make axe slow elsewhere.
 */
async function look(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axeSource);
  return page.evaluate(async (only) => {
    if (window.axe === undefined) throw new Error('axe did not load');
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(only !== undefined && { runOnly: [...only] }),
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  }, rules);
}
