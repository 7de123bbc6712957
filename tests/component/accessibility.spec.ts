import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { scenes } from './scenes.ts';

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

for (const scene of scenes) {
  test(`axe finds nothing in ${scene.name}, light or dark`, async ({ open }) => {
    const script = scene.script?.();
    // Motion would be caught half-way: colours between two states have no contrast of their own.
    const page = await open({ reducedMotion: true, ...(script === undefined ? {} : { script }) });
    await scene.act?.(page);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violationsOf(page)).toEqual([]);
  });
}
