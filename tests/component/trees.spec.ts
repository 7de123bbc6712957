/**
 * What assistive technology is told of the main views, as readable files in tests/snapshots/. What they name must be there,
 * in that order; more may be. After a wanted change: `npm run test:e2e -- tests/component/trees.spec.ts -u`.
 */
import { expect, test } from './app.ts';
import { scenes } from './scenes.ts';

const VIEWS = [
  'compose-empty',
  'handover',
  'sent-one',
  'open',
  'accounts',
  'settings',
  'introduction',
  'introduction-service',
];
const OVER_THEM = ['palette-found', 'keys', 'about'];

for (const names of [VIEWS.slice(0, 5), [...VIEWS.slice(5), ...OVER_THEM]]) {
  test(`the accessibility trees of ${names.join(', ')} are as they were`, async ({ stage }) => {
    const { page, play } = await stage();
    for (const name of names) {
      const scene = scenes.find((each) => each.name === name);
      if (scene === undefined) throw new Error(`there is no scene ${name}`);
      await play(scene);
      const shown = OVER_THEM.includes(name) ? page.getByRole('dialog') : page.locator('#root');
      await expect(shown).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
    }
  });
}
