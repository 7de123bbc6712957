/** The gate: axe finds nothing in any view and state, in both themes and both languages. */
import { violationsOf } from './axe.ts';
import { expect, test } from './app.ts';
import { scenes } from './scenes.ts';

/** Several scenes share a page, so that a run costs little more than looking at them. */
const PER_TEST = 20;

/**
 * What the dark and another language can change, and nothing else does. The dark changes colours: no rule but that of
 * contrast reads them. Another language changes words: whether what needs a name has one, whether a name says what is
 * seen, and, since longer words wrap, what stands on what. Roles, structure and keys were looked at before.
 */
const OF_DARK_SPANISH = [
  'color-contrast',
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
  test(`axe finds nothing from ${names}, light or dark, in English or Spanish`, async ({ stage }) => {
    const { page, play, speak } = await stage();
    const found: string[] = [];
    for (const scene of group) {
      await play(scene);
      const ways = [await violationsOf(page)];
      await speak(scene, 'es');
      await page.emulateMedia({ colorScheme: 'dark' });
      ways.push(await violationsOf(page, OF_DARK_SPANISH));
      found.push(...ways.flat().map((violation) => `${scene.name}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
}
