/** Every main view with words two fifths longer, from left to right and from right to left, narrow and wide. */
import { crampedTexts } from './layout.ts';
import { expect, test } from './app.ts';
import { pseudo, putPseudoForSpanish } from './pseudo.ts';
import { scenes } from './scenes.ts';

const main = scenes.filter(({ isMain }) => isMain === true);
const PER_TEST = 10;
const groups = Array.from({ length: Math.ceil(main.length / PER_TEST) }, (_, group) =>
  main.slice(group * PER_TEST, (group + 1) * PER_TEST),
);

for (const group of groups) {
  const names = `${group[0]?.name ?? ''} to ${group.at(-1)?.name ?? ''}`;
  test(`long words have their room from ${names}, in either direction`, async ({ open }) => {
    const found: string[] = [];
    for (const scene of group) {
      const script = scene.script?.();
      const page = await open({ reducedMotion: true, ...(script === undefined ? {} : { script }) });
      await putPseudoForSpanish(page);
      await scene.act?.(page);
      await page.evaluate(() => {
        window.bridgeDouble.speak('es');
      });
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      await expect(page.getByText(pseudo('EnigmaCrypt')).first()).toBeAttached();
      for (const direction of ['ltr', 'rtl']) {
        await page.evaluate((dir) => {
          document.documentElement.dir = dir;
        }, direction);
        for (const width of [1100, 360]) {
          await page.setViewportSize({ width, height: 760 });
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
