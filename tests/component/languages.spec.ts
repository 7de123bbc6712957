/** Every main view with words two fifths longer, from left to right and from right to left, narrow and wide. */
import { crampedTexts } from './layout.ts';
import { expect, test } from './app.ts';
import { scenes } from './scenes.ts';

const main = scenes.filter((scene) => scene.isMain === true);
const PER_TEST = 16;
const groups = Array.from({ length: Math.ceil(main.length / PER_TEST) }, (_, group) =>
  main.slice(group * PER_TEST, (group + 1) * PER_TEST),
);

for (const group of groups) {
  const names = `${group[0]?.name ?? ''} to ${group.at(-1)?.name ?? ''}`;
  test(`long words have their room from ${names}, in either direction`, async ({ stage, pseudoOrigin }) => {
    const { page, play, speak } = await stage({ origin: pseudoOrigin });
    const found: string[] = [];
    for (const scene of group) {
      await play(scene);
      await speak(scene, 'es');
      await expect(page.getByText(/äöüßl/).first()).toBeAttached();
      for (const width of [1100, 360]) {
        await page.setViewportSize({ width, height: 760 });
        for (const direction of ['ltr', 'rtl']) {
          await page.evaluate((dir) => {
            document.documentElement.dir = dir;
          }, direction);
          const cramped = await crampedTexts(page);
          found.push(...cramped.map((text) => `${scene.name}, ${direction}, ${width} px: ${text}`));
        }
      }
    }
    expect(found).toEqual([]);
  });
}

test('a view is mirrored where one reads from right to left', async ({ open }) => {
  const page = await open();
  const placeOf = async (): Promise<number> => (await page.getByRole('navigation').boundingBox())?.x ?? NaN;
  expect(await placeOf()).toBeLessThan(100);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  expect(await placeOf()).toBeGreaterThan(800);
});
