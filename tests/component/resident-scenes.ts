/** A program that stays: locked, closing, and the text that comes from elsewhere. */
import type { Page } from '@playwright/test';
import { go, type Scene, sealed, write } from './scene.ts';

interface GivenFile {
  readonly name: string;
  readonly bytes: readonly number[];
}

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

/** What a page gets when something is dragged above it, or dropped. */
export const drag = (
  page: Page,
  event: 'dragenter' | 'dragover' | 'drop',
  given: { readonly files?: readonly GivenFile[]; readonly text?: string },
): Promise<void> =>
  page.getByRole('textbox', { name: 'Your secret' }).evaluate(
    (field, { event, files = [], text }) => {
      const data = new DataTransfer();
      for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
      if (text !== undefined) data.setData('text/plain', text);
      const target = text === undefined ? field : (field.parentElement ?? field);
      target.dispatchEvent(new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { event, ...given },
  );

export const textFile = (name: string, text: string): GivenFile => ({ name, bytes: bytesOf(text) });

const KEY = `-----BEGIN OPENSSH PRIVATE KEY-----\n${'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\n'.repeat(9)}-----END OPENSSH PRIVATE KEY-----\n`;

const ask = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.bridgeDouble.emit('window.closing', { asks: 'tray-or-quit' });
  });

const isLocked = (
  opens: 'keychain' | 'passphrase' | 'click',
  why: 'asked' | 'idle' | 'system' = 'system',
) => ({
  lock: { isLocked: true as const, why, opens },
});

export const residentScenes: readonly Scene[] = [
  { name: 'lock', isDeaf: true, script: () => isLocked('keychain'), isMain: true },
  { name: 'lock-click', isDeaf: true, script: () => isLocked('click', 'asked') },
  {
    name: 'lock-passphrase',
    isDeaf: true,
    script: () => ({ ...isLocked('passphrase', 'idle'), unlocking: 'wrong-passphrase' }),
    act: async (page) => {
      await page.locator('input').fill('not this one');
      await page.getByRole('button').click();
      await page.locator('input[aria-invalid=true]').waitFor();
    },
    isMain: true,
  },
  {
    name: 'lock-failed',
    isDeaf: true,
    script: () => ({ ...isLocked('keychain'), unlocking: 'keychain' }),
    act: async (page) => {
      await page.getByRole('button').click();
      await page.getByText(/The keychain did not open|El llavero no se abrió/).waitFor();
    },
  },
  {
    name: 'closing-tray',
    act: async (page) => {
      await write(page);
      await ask(page);
      await page.getByRole('dialog').waitFor();
    },
    isMain: true,
  },
  {
    name: 'closing-unfinished',
    act: async (page) => {
      await sealed(page);
      await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'file-over',
    isForTheEye: true,
    act: (page) => drag(page, 'dragenter', { files: [textFile('id_ed25519', KEY)] }),
    isMain: true,
  },
  {
    name: 'file-taken',
    act: async (page) => {
      await drag(page, 'drop', { files: [textFile('id_ed25519', KEY)] });
      await page.getByText('The text of id_ed25519').waitFor();
    },
    isMain: true,
  },
  {
    name: 'file-long-name',
    isForTheEye: true,
    act: async (page) => {
      const name = `${'quarterly-credentials-of-the-staging-environment-'.repeat(4)}final.txt`;
      await drag(page, 'drop', { files: [textFile(name, KEY)] });
      await page.getByRole('button', { name: 'Remove it' }).waitFor();
    },
  },
  {
    name: 'file-refused',
    act: async (page) => {
      await drag(page, 'drop', { files: [{ name: 'logo.png', bytes: [0x89, 0x50, 0x4e, 0x47] }] });
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'file-replace',
    act: async (page) => {
      await write(page);
      await drag(page, 'drop', { files: [textFile('id_ed25519', KEY)] });
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'settings-protection-trial',
    script: () => ({
      info: { platform: 'darwin' },
      protection: { state: 'off', endsAt: null },
    }),
    act: async (page) => {
      await go(page, 'Settings');
      await page.getByRole('checkbox', { name: /out of screen capture/ }).check();
      await page.getByText('Can you still see this window?').waitFor();
    },
  },
  {
    name: 'settings-no-tray',
    script: () => ({ resident: { hasTray: false, startsAtLogin: 'not-installed' } }),
    act: (page) => go(page, 'Settings'),
  },
];
