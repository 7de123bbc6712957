/** The quick window in each of its states, and the settings that belong to it. */
import type { Page } from '@playwright/test';
import { go, type Scene } from './scene.ts';

const SECRET = 'db.staging.internal import correct-horse-battery';

const type = (page: Page): Promise<void> => page.getByRole('textbox').fill(SECRET);

const share = async (page: Page): Promise<void> => {
  await type(page);
  await page.keyboard.press('Enter');
  await page.getByText(/Link copied|Sealed\./).waitFor();
};

const settings = async (page: Page): Promise<void> => {
  await go(page, 'Settings');
  await page.getByRole('heading', { name: 'Quick share' }).scrollIntoViewIfNeeded();
};

const failure = { code: 'unreachable' } as const;

export const quickScenes: readonly Scene[] = [
  { name: 'quick-empty', isQuick: true },
  { name: 'quick-written', isQuick: true, act: type },
  {
    name: 'quick-nothing-written',
    isQuick: true,
    act: async (page) => {
      await page.keyboard.press('Enter');
      await page.getByText('Write something first.').waitFor();
    },
  },
  { name: 'quick-done', isQuick: true, act: share },
  {
    name: 'quick-done-spanish',
    isQuick: true,
    isForTheEye: true,
    script: () => ({ settings: { language: 'es' } }),
    act: async (page) => {
      await type(page);
      await page.keyboard.press('Enter');
      await page.getByText('Enlace copiado').waitFor();
    },
  },
  {
    name: 'quick-empty-spanish',
    isQuick: true,
    isForTheEye: true,
    script: () => ({ settings: { language: 'es' } }),
  },
  {
    name: 'quick-unsaved',
    isQuick: true,
    act: async (page) => {
      await share(page);
      await page.keyboard.press('Escape');
      await page.getByText(/You have not copied the password/).waitFor();
    },
  },
  {
    name: 'quick-password-copied',
    isQuick: true,
    act: async (page) => {
      await share(page);
      await page.keyboard.press('Enter');
      await page.getByText('Password copied').waitFor();
    },
  },
  {
    name: 'quick-waiting',
    isQuick: true,
    script: () => ({ send: 'waiting', sendReason: failure }),
    act: share,
  },
  {
    name: 'quick-uncertain',
    isQuick: true,
    script: () => ({ send: 'uncertain', sendReason: failure }),
    act: share,
  },
  {
    name: 'quick-kept',
    isQuick: true,
    script: () => ({ send: 'waiting', sendReason: failure }),
    act: async (page) => {
      await share(page);
      await page.getByRole('button', { name: 'Keep it in the keychain' }).click();
      await page.getByText('Kept in the keychain.').waitFor();
    },
  },
  {
    name: 'quick-not-kept',
    isQuick: true,
    script: () => ({ send: 'uncertain', sendReason: failure, keychainRefuses: true }),
    act: async (page) => {
      await share(page);
      await page.getByRole('button', { name: 'Keep it in the keychain' }).click();
      await page.getByText('The keychain did not take it.').waitFor();
    },
  },
  { name: 'quick-not-copied', isQuick: true, script: () => ({ clipboardRefuses: true }), act: share },
  {
    name: 'quick-clipboard',
    isQuick: true,
    script: () => ({ quick: 'clipboard', clipboard: SECRET }),
    act: async (page) => {
      await page.getByText(/characters from the clipboard/).waitFor();
    },
  },
  {
    name: 'quick-refused',
    isQuick: true,
    script: () => ({ send: 'invalid', invalid: 'storage' }),
    act: async (page) => {
      await type(page);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'settings-quick',
    script: () => ({ settings: { shortcutWrite: 'Control+Alt+S' } }),
    act: settings,
  },
  {
    name: 'settings-quick-recording',
    act: async (page) => {
      await settings(page);
      await page.getByRole('button', { name: 'Choose a shortcut: Open the quick window' }).click();
      await page.getByText(/Two of Ctrl/).waitFor();
    },
  },
  {
    name: 'settings-quick-wayland',
    script: () => ({ obstacle: 'wayland', tray: false, canMark: true }),
    act: settings,
  },
];
