import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { launchChromium } from './chromium.ts';
import { type Message, type RecipientService, startRecipientService } from './recipient-service.ts';

/** What a file of tests about the recipient's page works with. */
export interface Recipient {
  readonly service: RecipientService;
  /** What the pages tried against their policy, and what failed in them. A test that provokes some empties it. */
  readonly problems: string[];
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** A new page at a message's link. */
  readonly visit: (message: Message | string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Starts a browser and the service around a file's tests, and checks after each that nothing went wrong. */
export function setUpRecipient(): Recipient {
  let browser: Browser | null = null;
  let service: RecipientService | null = null;
  const contexts: BrowserContext[] = [];
  const problems: string[] = [];

  test.beforeAll(async () => {
    // A name on the local network: plain http, so without WebCrypto.
    browser = await launchChromium(['--host-resolver-rules=MAP secrets.test 127.0.0.1']);
    service = await startRecipientService();
  });
  test.afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });
  test.afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(problems.splice(0)).toEqual([]);
  });

  const recipient: Recipient = {
    get service() {
      if (service === null) throw new Error('the service runs only while tests do');
      return service;
    },
    problems,
    newPage: async (options = {}) => {
      if (browser === null) throw new Error('the browser runs only while tests do');
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Madrid', ...options });
      contexts.push(context);
      const page = await context.newPage();
      // Chromium tells the console of each violation of the policy.
      page.on('console', (message) => {
        if (/Content Security Policy|Trusted(Script|HTML)/i.test(message.text()))
          problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      return page;
    },
    visit: async (message, options) => {
      const page = await recipient.newPage(options);
      await page.goto(
        `${recipient.service.origin}/s/${typeof message === 'string' ? message : message.messageId}`,
      );
      return page;
    },
  };
  return recipient;
}
