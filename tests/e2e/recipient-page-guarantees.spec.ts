import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { setUpRecipient } from './support/recipient.ts';

const SECRET = 'user  migration\npass  vK9#tq-Lw2! <b>&amp;</b> ñ ✉\n\nsecond paragraph';
const PASSWORD = 'acorn-linen-Ñandú';

const recipient = setUpRecipient();
const { newPage, visit } = recipient;

test('it comes in one request of less than 60 KB, and asks nobody else', async () => {
  const page = await newPage();
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  const answer = await page.goto(`${recipient.service.origin}/s/x`);
  await page.waitForLoadState('networkidle');
  expect(urls).toEqual([`${recipient.service.origin}/s/x`]);
  expect(gzipSync((await answer?.body()) ?? '').length).toBeLessThan(60 * 1024);
});

test('its policy stops what should not be there', async () => {
  const page = await visit('x');
  const outcomes = await page.evaluate(async () => {
    const failed = async (run: () => unknown): Promise<boolean> => {
      try {
        await run();
        return false;
      } catch {
        return true;
      }
    };
    const script = document.createElement('script');
    script.append(document.createTextNode('document.title = "ran"'));
    const addScript = () => {
      document.body.append(script);
    };
    const image = (url: string) =>
      new Promise((resolve, reject) => {
        const element = new Image();
        element.onload = resolve;
        element.onerror = reject;
        element.src = url;
      });
    const marker = document.createElement('p');
    marker.setAttribute('style', 'position: fixed');
    document.body.append(marker);
    return {
      addsScript: !(await failed(addScript)) && document.title === 'ran',
      writesMarkup: !(await failed(() => (marker.innerHTML = '<b>x</b>'))),
      fetchesElsewhere: !(await failed(() => fetch('http://secrets.test/'))),
      loadsElsewhere: !(await failed(() => image('http://secrets.test/x.png'))),
      stylesInline: getComputedStyle(marker).position === 'fixed',
    };
  });
  expect(outcomes).toEqual({
    addsScript: false,
    writesMarkup: false,
    fetchesElsewhere: false,
    loadsElsewhere: false,
    stylesInline: false,
  });
  // All of these were provoked.
  expect(recipient.problems.length).toBeGreaterThanOrEqual(5);
  recipient.problems.length = 0;
});

test.describe('everyone can use it', () => {
  for (const [colorScheme, locale] of [
    ['light', 'en-GB'],
    ['dark', 'es-ES'],
  ] as const) {
    test(`axe finds nothing in ${colorScheme}, ${locale}`, async () => {
      const page = await visit(await recipient.service.send(SECRET, PASSWORD), { colorScheme, locale });
      const check = async (): Promise<void> => {
        await page.waitForTimeout(250);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      };
      await check();
      await page.locator('.primary').click();
      await page.locator('#password').fill('wrong');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).not.toBeEmpty();
      await check();
      await page.locator('#password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await expect(page.locator('.secret')).toBeVisible();
      await check();
      const nowhere = await page.context().newPage();
      await nowhere.goto(`${recipient.service.origin}/s/neverExisted00000`);
      await nowhere.locator('.primary').click();
      await expect(nowhere.locator('.question')).toBeVisible();
      const { violations } = await new AxeBuilder({ page: nowhere }).analyze();
      expect(violations).toEqual([]);
    });
  }

  test('nothing runs over the edge at 320 px or with everything twice as large', async () => {
    for (const [width, zoom] of [
      [320, 1],
      [360, 2],
      [1280, 2],
    ] as const) {
      const page = await visit(
        await recipient.service.send(`${'unbroken'.repeat(40)}\n${SECRET}`, PASSWORD),
        {
          viewport: { width, height: 700 },
          locale: 'es-ES',
        },
      );
      const overflow = async (): Promise<number> => {
        return page.evaluate((size) => {
          document.documentElement.style.fontSize = `${16 * size}px`;
          return document.documentElement.scrollWidth - document.documentElement.clientWidth;
        }, zoom);
      };
      expect(await overflow()).toBe(0);
      await page.locator('.primary').click();
      await page.locator('#password').fill(PASSWORD);
      expect(await overflow()).toBe(0);
      await page.keyboard.press('Enter');
      await expect(page.locator('.secret')).toBeVisible();
      expect(await overflow()).toBe(0);
    }
  });
});
