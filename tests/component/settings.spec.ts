import { expect, test } from './app.ts';

test('the language changes at once, in every view and for assistive technology', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Control+4');
  await page.getByRole('radiogroup', { name: 'Language' }).getByRole('radio', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { name: 'Ajustes' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('button', { name: 'Sellar y crear el enlace' })).toBeVisible();
});

test('the system’s Spanish is spoken without being asked for', async ({ open }) => {
  const page = await open({ script: { info: { systemLanguage: 'es-MX' } } });
  await expect(page.getByRole('textbox', { name: 'Tu secreto' })).toBeFocused();
});

test('a setting that could not be stored goes back to what it was', async ({ open }) => {
  const page = await open({ script: { broken: ['settings.set'] } });
  await page.keyboard.press('Control+4');
  await page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).click();
  await expect(page.getByText('The setting could not be stored.').first()).toBeVisible();
  await expect(
    page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'As the system' }),
  ).toBeChecked();
});

test('a notice can be put away, and stays in the settings', async ({ open }) => {
  const page = await open({ script: { info: { keychain: 'memory', notices: ['keychain-missing'] } } });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('main').getByText('There is no keychain on this computer')).toBeHidden();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('main').getByText('There is no keychain on this computer')).toBeVisible();
});

for (const width of [360, 1100, 1600]) {
  test(`no view is wider than a window of ${width}`, async ({ open }) => {
    const page = await open({ width, height: 700 });
    for (const key of ['1', '2', '3', '4']) {
      await page.keyboard.press(`Control+${key}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}
