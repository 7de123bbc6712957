/** Pictures of the recipient's page in every state, from the real service: both themes, both languages, narrow. */
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { launchChromium } from '../e2e/support/chromium.ts';
import {
  type Message,
  type RecipientService,
  startRecipientService,
} from '../e2e/support/recipient-service.ts';

const SECRET = 'Host      db.staging.internal\nUser      import\nPassword  correct-horse-battery';
const PASSWORD = 'acorn-linen-lantern-ferry-oxide-plum';

interface PageState {
  readonly name: string;
  /** What is sent, and what becomes of it before its reader comes. By default a secret, to be shown once. */
  readonly send?: (service: RecipientService) => Promise<Message | string>;
  /** What the reader does. Their language is not known here: controls are found by what they are. */
  readonly act?: (page: Page) => Promise<void>;
  /** Across a network by plain http, where a browser has no WebCrypto. */
  readonly isPlain?: boolean;
  readonly context?: BrowserContextOptions;
}

const show = (page: Page): Promise<void> => page.locator('.button.primary').click();

const fetched = async (page: Page): Promise<void> => {
  await show(page);
  await page.locator('input').waitFor();
};

const openWith = async (page: Page, password: string): Promise<void> => {
  await fetched(page);
  await page.locator('input').fill(password);
  await page.keyboard.press('Enter');
};

const opened = async (page: Page): Promise<void> => {
  await openWith(page, PASSWORD);
  await page.locator('.secret').waitFor();
};

const explained = async (page: Page): Promise<void> => {
  await show(page);
  await page.locator('.explains').waitFor();
};

const answered =
  (answer: object | null) =>
  async (page: Page): Promise<void> => {
    await page.route('**/open', (route) =>
      answer === null ? route.abort() : route.fulfill({ json: answer }),
    );
    await explained(page);
  };

const states: readonly PageState[] = [
  { name: 'waiting' },
  { name: 'password', act: fetched },
  {
    name: 'password-more',
    send: (service) => service.send(SECRET, PASSWORD, { maxAccess: 5 }),
    act: fetched,
  },
  {
    name: 'wrong',
    act: async (page) => {
      await openWith(page, 'acorn-linen ');
      await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    },
  },
  { name: 'opened', act: opened },
  { name: 'opened-plain', isPlain: true, act: opened },
  {
    name: 'opened-long',
    send: (service) => service.send('0123456789 '.repeat(30_000), PASSWORD),
    act: opened,
  },
  {
    name: 'cleared',
    act: async (page) => {
      await opened(page);
      await page.locator('.actions .button').last().click();
      await page.locator('.explains').waitFor();
    },
  },
  { name: 'unknown', send: () => Promise.resolve('neverExisted00000'), act: explained },
  {
    name: 'expired',
    send: async (service) => {
      const sent = await service.send(SECRET, PASSWORD, {
        expiresAt: new Date(Date.now() + 400).toISOString(),
      });
      await new Promise((resolve) => setTimeout(resolve, 600));
      return sent;
    },
    act: explained,
  },
  {
    name: 'used-up',
    send: async (service) => {
      const sent = await service.send(SECRET, PASSWORD);
      await service.open(sent);
      return sent;
    },
    act: explained,
  },
  {
    name: 'deleted',
    send: async (service) => {
      const sent = await service.send(SECRET, PASSWORD);
      await service.remove(sent);
      return sent;
    },
    act: explained,
  },
  { name: 'unreachable', act: answered(null) },
  { name: 'failed', act: answered({ success: false }) },
  {
    name: 'offline',
    isPlain: true,
    act: async (page) => {
      await page.context().setOffline(true);
      await explained(page);
    },
  },
  {
    name: 'without-script',
    context: { javaScriptEnabled: false },
    act: (page) => page.locator('.without-script').waitFor(),
  },
];

const WAYS = [
  { suffix: '', options: { locale: 'en-GB', viewport: { width: 1000, height: 800 } } },
  { suffix: '-spanish', options: { locale: 'es-ES', viewport: { width: 1000, height: 800 } } },
  { suffix: '-narrow', options: { locale: 'es-ES', viewport: { width: 360, height: 760 } } },
] as const;

async function visit(
  browser: Browser,
  service: RecipientService,
  state: PageState,
  options: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({ ...options, ...state.context, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const sent = await (state.send ?? ((to) => to.send(SECRET, PASSWORD)))(service);
  const id = typeof sent === 'string' ? sent : sent.messageId;
  const host = state.isPlain === true ? 'secrets.test' : '127.0.0.1';
  await page.goto(`http://${host}:${service.port}/s/${id}`);
  await state.act?.(page);
  return page;
}

/**
 * @param isWanted by the name of a state: `page-wrong`
 * @param take takes the picture of that name
 */
export async function takePagePictures(
  isWanted: (name: string) => boolean,
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const wanted = states.filter(({ name }) => isWanted(`page-${name}`));
  if (wanted.length === 0) return;
  const browser = await launchChromium(['--host-resolver-rules=MAP secrets.test 127.0.0.1']);
  const service = await startRecipientService();
  for (const state of wanted) {
    for (const { suffix, options } of WAYS) {
      const page = await visit(browser, service, state, options);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await take(page, `page-${state.name}${suffix}-${colorScheme}`);
      }
      await page.context().close();
    }
  }
  await browser.close();
  await service.stop();
}
