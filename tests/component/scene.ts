/** A view in one of its states, and the steps that lead there. The words are English. */
import type { Page } from '@playwright/test';
import type { Script } from '../fakes/world.ts';
import type { Opening } from './open-app.ts';

export interface Scene {
  readonly name: string;
  readonly script?: () => Script;
  /** The quick window, at its own size, instead of the main one. */
  readonly isQuick?: boolean;
  /** From the first view to the one that is meant. The words are English. */
  readonly act?: (page: Page) => Promise<void>;
  /** Pictured in other languages, colours and sizes too. */
  readonly isMain?: boolean;
  /** For the eye only: it has no control, word or state that another scene does not have. */
  readonly isForTheEye?: boolean;
  /** Hears of no other language while it is open, as a locked window; its steps find what they need in either. */
  readonly isDeaf?: boolean;
}

/** How a scene's window is opened. */
export const openingOf = ({
  isQuick,
  script,
}: Scene): Pick<Opening, 'path' | 'width' | 'height' | 'script'> => ({
  ...(isQuick === true ? { path: 'quick.html', width: 420, height: 248 } : {}),
  ...(script === undefined ? {} : { script: script() }),
});

const SECRET = 'Host      db.staging.internal\nUser      import\nPassword  correct-horse-battery';

export const go = async (page: Page, view: 'Sent' | 'Open' | 'Settings'): Promise<void> => {
  await page.getByRole('button', { name: view, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};

export const write = (page: Page, text = SECRET): Promise<void> =>
  page.getByRole('textbox', { name: 'Your secret' }).fill(text);

export const seal = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Seal and create link' }).click();
};

export const sealed = async (page: Page): Promise<void> => {
  await write(page);
  await seal(page);
  await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
};

export const choose = async (page: Page, question: RegExp): Promise<void> => {
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('dialog').waitFor();
};
