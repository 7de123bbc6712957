import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { many, oneOfEach } from './sample-shares.ts';

async function openSent(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('grid').waitFor();
}

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });
const selectedRows = (page: Page) => page.locator('[role=row][aria-selected=true]');
const search = (page: Page) => page.getByRole('searchbox', { name: /^Search name/ });
const deleteSelected = async (page: Page): Promise<void> => {
  await page
    .getByRole('group', { name: 'Selected secrets' })
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
};

test('rows are selected by pointer as files are', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Staging/).click();
  await row(page, /Payroll/).click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 selected')).toBeVisible();
  await row(page, /VPN/).click({ modifiers: ['Control'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await expect(row(page, /VPN/)).toHaveAttribute('aria-selected', 'false');
  await row(page, /Contract/).click();
  await expect(selectedRows(page)).toHaveCount(1);
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
});

test('what is selected, what is found, or all of it can be exported', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  const dialog = page.getByRole('dialog', { name: 'Export your list' });
  const save = async (): Promise<void> => {
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await expect(dialog).toBeHidden();
  };
  await row(page, /Staging/).click();
  await row(page, /Payroll/).click({ modifiers: ['Shift'] });
  await page
    .getByRole('group', { name: 'Selected secrets' })
    .getByRole('button', { name: 'Export…' })
    .click();
  await expect(dialog.getByRole('radio', { name: 'The 4 that are selected' })).toBeChecked();
  await save();

  await page.keyboard.press('Escape');
  await search(page).fill('payroll');
  await expect(page.getByText('1 of 10')).toBeVisible();
  await page.getByRole('button', { name: 'Export the list…' }).click();
  await expect(dialog.getByRole('radio', { name: 'The one that is found' })).toBeChecked();
  await save();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('export');
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio', { name: /^The whole list, 10 entries/ }).check();
  await save();

  // There is nothing to choose where nothing is left out.
  await search(page).fill('');
  await page.getByRole('button', { name: 'Export the list…' }).click();
  await expect(dialog.getByRole('radio', { name: /whole list/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  const inputs = await page.evaluate(() =>
    window.bridgeDouble.log.flatMap(({ name, input }) => (name === 'ledger.export' ? [input] : [])),
  );
  expect(inputs).toMatchObject([
    { ids: { length: 4 }, filter: { search: '' } },
    { ids: null, filter: { search: 'payroll' } },
    { ids: null, filter: { search: '' } },
  ]);
});

test('rows are selected by keys, across sorting, and let go by Escape', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Signing/).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(row(page, /Staging/)).toBeFocused();
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page.getByText('2 selected')).toBeVisible();
  await row(page, /Staging/).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('10 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(selectedRows(page)).toHaveCount(0);
  await expect(row(page, /Staging/)).toBeFocused();
});

test('a column sorts, and says so', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  const name = page.getByRole('columnheader', { name: 'Name' });
  const sent = page.getByRole('columnheader', { name: 'Sent' });
  await expect(sent).toHaveAttribute('aria-sort', 'descending');
  await name.getByRole('button').click();
  await expect(name).toHaveAttribute('aria-sort', 'ascending');
  await expect(sent).toHaveAttribute('aria-sort', 'none');
  await expect(page.getByRole('row').nth(1)).toContainText('Contract draft');
  await name.getByRole('button').click();
  await expect(name).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('button', { name: 'In which order?: by name, from the end' })).toBeVisible();
});

test('a search finds name, service, link id and note as it is typed', async ({ open }) => {
  const shares = oneOfEach();
  const page = await open({ script: { shares, notes: { [shares[0]!.id]: 'für Zoë, second floor' } } });
  await openSent(page);
  await page.keyboard.press('Control+f');
  await expect(search(page)).toBeFocused();
  for (const [typed, found] of [
    ['WI-FI', /Wi-Fi/],
    ['enigmacrypt.app', /Recovery codes/],
    [shares[5]!.messageId!, /Payroll/],
    ['zoe floor', /Staging/],
  ] as const) {
    await search(page).fill(typed);
    await expect(page.getByRole('status').filter({ hasText: '1 of 10' })).toBeVisible();
    await expect(row(page, found)).toBeVisible();
  }
  await page.keyboard.press('ArrowDown');
  await expect(row(page, /Staging/)).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveValue('');
  await expect(page.getByText('10 secrets')).toBeVisible();
});

test('filters are words, narrow each other down, and are taken away at once', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await page.getByRole('button', { name: 'Which states?: Any state' }).click();
  await page.getByRole('checkbox', { name: 'Deleted 1' }).check();
  await page.getByRole('checkbox', { name: /^Expired 1/ }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 of 10')).toBeVisible();
  await page.getByRole('button', { name: 'Sent when?: any time' }).click();
  await page.getByRole('radio', { name: 'the last 7 days' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 of 10')).toBeVisible();
  await page.getByRole('button', { name: 'Which services?: any service' }).click();
  await page.getByRole('checkbox', { name: 'enigmacrypt.app 1' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Nothing fits' })).toBeVisible();
  await page.getByRole('button', { name: 'List all' }).last().click();
  await expect(page.getByText('10 secrets')).toBeVisible();
});

test('what many could not be deleted is told line by line, and tried again', async ({ open }) => {
  const shares = oneOfEach();
  const page = await open({
    script: { shares, bulkFails: { [shares[1]!.id]: { code: 'unreachable' } } },
  });
  await openSent(page);
  await row(page, /Staging/).click();
  await row(page, /Wi-Fi/).click({ modifiers: ['Control'] });
  await deleteSelected(page);
  await expect(page.getByText('1 secret was not deleted')).toBeVisible();
  await expect(page.getByText('1 secret deleted at the service.').first()).toBeVisible();
  await expect(row(page, /Staging/)).toContainText('Deleted');
  await expect(row(page, /Wi-Fi/)).toContainText('Not deleted. The service cannot be reached.');
  await page.getByRole('button', { name: 'Show the next' }).click();
  await expect(row(page, /Wi-Fi/)).toBeFocused();
  await page.evaluate(() => {
    window.bridgeDouble.change({ bulkFails: {} });
  });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row(page, /Wi-Fi/)).toContainText('Deleted');
  await expect(page.getByText('was not deleted')).toBeHidden();
});

test('a deletion of many says how far it is and how long it waits, and is stopped', async ({ open }) => {
  const page = await open({
    script: { shares: many().slice(0, 30), bulkHaltsAfter: 5, bulkWaitsUntil: new Date().toISOString() },
  });
  await openSent(page);
  await page.getByRole('row').nth(2).click();
  await page.keyboard.press('Control+a');
  await deleteSelected(page);
  await expect(page.getByText('Deleting 5 of 30')).toBeVisible();
  await expect(page.getByText(/The service takes the next one at/)).toBeVisible();
  // It goes on while one looks at something else.
  await page.keyboard.press('Control+4');
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('25 were not tried any more.').first()).toBeVisible();
});

test('many are removed from the list and brought back together; what still waits stays', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Staging/).focus();
  await page.keyboard.press('Control+a');
  await page
    .getByRole('group', { name: 'Selected secrets' })
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(
    page.getByText('7 secrets were removed from the list. 3 are not sent yet and stay.').first(),
  ).toBeVisible();
  await expect(page.getByText('3 secrets')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('10 secrets')).toBeVisible();
});

test('details follow the keys, tell who says what, and keep a note', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  const details = page.getByRole('complementary', { name: 'Details' });
  await row(page, /Staging/).click();
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('Staging database');
  await row(page, /Staging/).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('Wi-Fi for the workshop');
  const events = details.getByRole('listitem');
  await expect(events.filter({ hasText: 'Opened for the first time' })).toContainText('the service says');
  await expect(events.filter({ hasText: 'Written and sealed' })).toContainText('known here');
  await details.getByRole('textbox', { name: 'Note' }).fill('for the second floor');
  await details.getByRole('button', { name: 'Keep note' }).click();
  await expect(page.getByText('Note kept.').first()).toBeVisible();
  await search(page).fill('second floor');
  await expect(page.getByText('1 of 10')).toBeVisible();
});

test('a copied link is written into the timeline', async ({ open }) => {
  const page = await open({ script: { shares: oneOfEach().slice(0, 1) } });
  await openSent(page);
  await row(page, /Staging/).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByText('Link copied')).toHaveCount(1);
  await details.getByRole('button', { name: 'Copy link' }).click();
  await expect(details.getByText('Link copied')).toHaveCount(2);
});

test('another like it is written with the same settings, and says what it continues', async ({ open }) => {
  const shares = oneOfEach();
  const page = await open({ script: { shares } });
  await openSent(page);
  await row(page, /Wi-Fi/).click();
  await page.getByRole('button', { name: 'Send another like it' }).click();
  await expect(page.getByText('As “Wi-Fi for the workshop” was sent')).toBeVisible();
  await expect(page.getByRole('button', { name: /How many times.*10/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /When does it expire.*in 1 day/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Your secret' }).fill('written anew');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^Sealed/ }).waitFor();
  const sent = await page.evaluate(
    () => window.bridgeDouble.log.find(({ name }) => name === 'shares.send')?.input,
  );
  expect(sent).toMatchObject({
    extends: shares[1]!.id,
    name: 'Wi-Fi for the workshop',
    policy: { maxAccess: 10 },
  });
});

test('an entry that is asked for from outside is shown, wherever it is and whatever is filtered', async ({
  open,
}) => {
  const page = await open({ script: { generated: 5000 } });
  await openSent(page);
  await search(page).fill('nobody has sent this');
  await page.keyboard.press('Control+1');
  const id = '00000000-0000-4000-8000-000000000bb8';
  await page.evaluate((wanted) => {
    window.bridgeDouble.ask('sent', wanted);
  }, id);
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await expect(page.locator('[role=row][aria-current=true]')).toBeInViewport();
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toBeFocused();
});

test('scrolling and new rows never take the focus away', async ({ open }) => {
  const page = await open({ script: { generated: 2000 } });
  await openSent(page);
  const focused = page.locator('[role=row]:focus');
  await page.getByRole('row').nth(3).focus();
  const name = await focused.innerText();
  await page.getByRole('grid').evaluate((grid) => {
    grid.scrollTop = 40_000;
  });
  await expect(page.locator('[aria-rowindex="710"]')).toBeVisible();
  expect(await focused.innerText()).toBe(name);
  await page.evaluate(async () => {
    await window.bridgeDouble.api.calls['ledger.forgetMany']({
      ids: ['00000000-0000-4000-8000-000000000000'],
    });
  });
  await expect(focused).toHaveAttribute('aria-rowindex', '3');
  expect(await focused.innerText()).toBe(name);
  await page.keyboard.press('End');
  await expect(focused).toHaveAttribute('aria-rowindex', '2000');
});

test('details of what is removed from the list close, and the focus goes to the row in its place', async ({
  open,
}) => {
  const page = await open({ script: { shares: oneOfEach() } });
  await openSent(page);
  await row(page, /Contract/).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'Remove from this list' }).click();
  await expect(details).toBeHidden();
  await expect(page.getByRole('row', { name: /No name/ })).toBeFocused();
});
