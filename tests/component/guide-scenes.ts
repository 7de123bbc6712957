/** The introduction, the palette, the keys and About, in their states. */
import type { Page } from '@playwright/test';
import { otherAccount } from '../fakes/accounts.ts';
import { go, type Scene } from './scene.ts';

const next = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Continue' }).click();
};

const firstStart = { settings: { isOnboarded: false } };

export const guideScenes: readonly Scene[] = [
  { name: 'introduction', script: () => firstStart, isMain: true },
  { name: 'introduction-service', script: () => firstStart, act: next, isMain: true },
  {
    name: 'introduction-elsewhere',
    script: () => firstStart,
    act: async (page) => {
      await next(page);
      await page.getByRole('radio', { name: /^EnigmaCrypt, or/ }).check();
    },
  },
  {
    name: 'introduction-account',
    isForTheEye: true,
    script: () => firstStart,
    act: async (page) => {
      await next(page);
      await page.getByRole('radio', { name: /^EnigmaCrypt, or/ }).check();
      await page.getByRole('button', { name: 'Set it up' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'introduction-keys',
    script: () => firstStart,
    act: async (page) => {
      await next(page);
      await next(page);
    },
    isMain: true,
  },
  {
    name: 'introduction-shortcut',
    script: () => ({ settings: { isOnboarded: false, shortcutWrite: 'Control+Alt+S' } }),
    act: async (page) => {
      await next(page);
      await next(page);
      await page.getByRole('button', { name: /^Change the shortcut/ }).click();
      await page.getByText(/Two of Ctrl/).waitFor();
    },
  },
  {
    name: 'palette',
    script: () => ({ accounts: [otherAccount()] }),
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
    },
    isMain: true,
  },
  {
    name: 'palette-found',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('ajus');
    },
  },
  {
    name: 'palette-nothing',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('zzz');
      await page.getByText('Nothing is called that').waitFor();
    },
  },
  {
    name: 'keys',
    act: async (page) => {
      await go(page, 'Settings');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
    isMain: true,
  },
  {
    name: 'about',
    act: async (page) => {
      await page.evaluate(() => {
        window.bridgeDouble.emit('program.command', { command: 'about' });
      });
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'licences',
    act: async (page) => {
      await page.evaluate(() => {
        window.bridgeDouble.emit('program.command', { command: 'licences' });
      });
      await page.getByRole('textbox', { name: 'Licence texts' }).waitFor();
    },
  },
];
