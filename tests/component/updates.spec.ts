import { RELEASE } from '../fakes/updates.ts';
import { expect, test } from './app.ts';

const updates = { now: { state: 'idle' }, hasPage: true, lookedAt: null } as const;

test('updates go on step by step under one button that keeps its place and the focus', async ({ open }) => {
  const page = await open({ script: { updates } });
  await page.keyboard.press('Control+4');
  const section = page.getByRole('region', { name: 'Updates' });
  await section.getByRole('button', { name: 'Look now' }).press('Enter');
  await expect(section.getByRole('status')).toContainText('Version 0.2.0 can be had');
  await expect(section.getByRole('status')).toContainText('112 MB');
  await expect(section.getByRole('button', { name: 'Download' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.evaluate((release) => {
    const now = { state: 'downloading', release, percent: 42 } as const;
    window.bridgeDouble.emit('updates.changed', { now, hasPage: true, lookedAt: null });
  }, RELEASE);
  await expect(section.getByRole('progressbar')).toHaveAttribute('value', '0.42');
  await expect(section.getByRole('button', { name: 'Stop' })).toBeFocused();
  await page.evaluate((release) => {
    const now = { state: 'ready', release } as const;
    window.bridgeDouble.emit('updates.changed', { now, hasPage: true, lookedAt: null });
  }, RELEASE);
  await section.getByRole('checkbox', { name: 'Look once a day' }).check();
  await section.getByRole('button', { name: 'Show the releases' }).click();
  await section.getByRole('button', { name: 'Restart with it' }).click();
  const calls = await page.evaluate(() =>
    window.bridgeDouble.log.filter(({ name }) => /^updates|^settings.set/.test(name)),
  );
  expect(calls).toEqual([
    { name: 'updates.state', input: undefined },
    { name: 'updates.look', input: undefined },
    { name: 'updates.download', input: undefined },
    { name: 'settings.set', input: { looksForUpdates: true } },
    { name: 'updates.openPage', input: undefined },
    { name: 'updates.install', input: undefined },
  ]);
});

test('a version that a look by itself has found is told, once, and not with each piece that is fetched', async ({
  open,
}) => {
  const page = await open({ script: { updates } });
  const notice = page.getByText('A newer version can be had');
  const asked = () =>
    page.evaluate(() => window.bridgeDouble.log.filter(({ name }) => name === 'app.info').length);
  const before = await asked();
  await expect(notice).toBeHidden();
  await page.evaluate((release) => {
    window.bridgeDouble.change({ info: { notices: ['update-available'] } });
    const look = { hasPage: true, lookedAt: null };
    window.bridgeDouble.emit('updates.changed', { now: { state: 'available', release }, ...look });
    for (const percent of [1, 2, 3])
      window.bridgeDouble.emit('updates.changed', {
        now: { state: 'downloading', release, percent },
        ...look,
      });
  }, RELEASE);
  await expect(notice).toBeVisible();
  expect(await asked()).toBe(before + 1);
});

test('where somebody else keeps the program up to date, it says who, and offers nothing to press', async ({
  open,
}) => {
  const page = await open({
    script: {
      updates: { now: { state: 'off', owner: 'package-manager' }, hasPage: false, lookedAt: null },
      settings: { language: 'es' },
    },
  });
  await page.keyboard.press('Control+4');
  const section = page.getByRole('region', { name: 'Actualizaciones' });
  await expect(section).toContainText('Tu gestor de paquetes');
  await expect(section.getByRole('button')).toHaveCount(0);
  await expect(section.getByRole('checkbox')).toHaveCount(0);
});
