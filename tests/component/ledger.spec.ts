import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { oneOfEach } from './sample-shares.ts';

async function openSent(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('grid').waitFor();
}

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

test('the rows are walked by arrow keys, and Enter shows the details', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Staging/).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, /Wi-Fi/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(row(page, /Wi-Fi/).getByRole('button', { name: 'Copy link' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Wi-Fi for the workshop' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
  await expect(row(page, /Wi-Fi/)).toBeFocused();
});

test('deleting asks first, and the line stays as deleted', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Staging/).hover();
  await row(page, /Staging/)
    .getByRole('button', { name: 'Delete at the service' })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row(page, /Staging/)).toContainText('Deleted');
  await expect(page.getByText('The link is dead.').first()).toBeVisible();
});

test('a deletion that failed says so and changes nothing', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach(), deleteFails: { code: 'unreachable' } } });
  await openSent(page);
  await row(page, /Staging/).hover();
  await row(page, /Staging/)
    .getByRole('button', { name: 'Delete at the service' })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('Not deleted. The service cannot be reached.').first()).toBeVisible();
  await expect(row(page, /Staging/)).toContainText('Not opened yet');
});

test('removing a line can be undone, by the button and by the key', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  const forget = async (): Promise<void> => {
    await row(page, /Contract/).hover();
    await row(page, /Contract/)
      .getByRole('button', { name: 'Remove from this list' })
      .click();
    await expect(row(page, /Contract/)).toBeHidden();
  };
  await forget();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, /Contract/)).toBeFocused();
  await forget();
  // The row that took its place has the focus.
  await expect(page.getByRole('row', { name: /No name/ })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(row(page, /Contract/)).toBeFocused();
});

test('news of the main process shows at once', async ({ open }) => {
  const shares = oneOfEach();
  const page = await open({ script: { shares } });
  await openSent(page);
  await expect(row(page, /Staging/)).toContainText('Not opened yet');
  const next = shares.map((share) =>
    share.name === 'Staging database' ? { ...share, state: 'used-up' as const, accessCount: 1 } : share,
  );
  await page.evaluate((changed) => {
    window.bridgeDouble.setShares(changed);
  }, next);
  await expect(row(page, /Staging/)).toContainText('Used up');
  await expect(row(page, /Staging/)).toContainText('1 of 1');
});

test('asking for news says what kept it from being asked', async ({ open }) => {
  const page = await open({
    script: { shares: oneOfEach(), asked: { learned: false, missed: { why: 'no-answer' } } },
  });
  await openSent(page);
  await page.getByRole('button', { name: 'Ask the service for news' }).click();
  await expect(page.getByText('the service did not answer').first()).toBeVisible();
  await page.evaluate(() => {
    window.bridgeDouble.change({
      asked: { learned: false, missed: { why: 'budget', until: '2027-01-04T11:30:00.000Z' } },
    });
  });
  await page.getByRole('button', { name: 'Ask the service for news' }).click();
  await expect(page.getByText('is left for sending and deleting').first()).toBeVisible();
});

test('coming back to the window asks the service for news', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  const asked = (): Promise<number> =>
    page.evaluate(() => window.bridgeDouble.log.filter(({ name }) => name === 'shares.refresh').length);
  const before = await asked();
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect.poll(asked).toBe(before + 1);
});

test('a secret that waits can be sent by hand', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Signing key/).hover();
  await row(page, /Signing key/)
    .getByRole('button', { name: 'Send now' })
    .click();
  await expect(row(page, /Signing key/)).toContainText('Not opened yet');
});
