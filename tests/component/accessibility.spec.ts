import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { scenes } from './scenes.ts';

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

for (const scene of scenes.filter(({ isForTheEye }) => isForTheEye !== true)) {
  test(`axe finds nothing in ${scene.name}, light or dark`, async ({ open }) => {
    const script = scene.script?.();
    // Motion would be caught half-way: colours between two states have no contrast of their own.
    const page = await open({ reducedMotion: true, ...(script === undefined ? {} : { script }) });
    await scene.act?.(page);
    expect(await violationsOf(new AxeBuilder({ page }))).toEqual([]);
    // In the dark nothing but the colours is different.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violationsOf(new AxeBuilder({ page }).withRules(['color-contrast']))).toEqual([]);
  });
}
