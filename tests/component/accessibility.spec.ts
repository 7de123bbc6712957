/** The gate: axe finds nothing in any view and state, in both themes and both languages. */
import { violationsOf } from './axe.ts';
import { expect, test } from './app.ts';
import { openingOf } from './scene.ts';
import { scenes } from './scenes.ts';

/** Several scenes share a test, so that a run costs little more than looking at them. */
const PER_TEST = 12;

/** In the dark nothing but the colours is different. */
const OF_COLOURS = ['color-contrast'];
/** In another language nothing but the words: what they name, and whether they still have room and contrast. */
const OF_WORDS = [
  ...['aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-progressbar-name'],
  ...['aria-toggle-field-name', 'button-name', 'image-alt', 'input-button-name', 'label', 'link-name'],
  ...['html-has-lang', 'html-lang-valid', 'region', 'role-img-alt', 'svg-img-alt', 'select-name'],
  ...['label-content-name-mismatch', 'page-has-heading-one', 'empty-heading'],
];

const wanted = scenes.filter(({ isForTheEye }) => isForTheEye !== true);
const groups = Array.from({ length: Math.ceil(wanted.length / PER_TEST) }, (_, group) =>
  wanted.slice(group * PER_TEST, (group + 1) * PER_TEST),
);

for (const group of groups) {
  const names = `${group[0]?.name ?? ''} to ${group.at(-1)?.name ?? ''}`;
  test(`axe finds nothing from ${names}, light or dark, in English or Spanish`, async ({ open }) => {
    const found: string[] = [];
    for (const scene of group) {
      // Motion would be caught half-way: colours between two states have no contrast of their own.
      const page = await open({ reducedMotion: true, ...openingOf(scene) });
      await scene.act?.(page);
      const ways = [await violationsOf(page)];
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      ways.push(await violationsOf(page, OF_COLOURS));
      await page.evaluate(() => {
        window.bridgeDouble.speak('es');
      });
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      ways.push(await violationsOf(page, OF_WORDS));
      found.push(...ways.flat().map((violation) => `${scene.name}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
}
