import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { contains, filesWith } from './support/canary.ts';
import { expect, test } from './support/program.ts';
import { compose, goTo, rowOf, sealAndHandOver } from './support/views.ts';

/** The system's own file dialogs cannot be driven from here: they answer with this file. */
const chooseFile = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);

test('the list goes out and comes back through a file, and everything can be erased', async ({
  program,
}, info) => {
  const { app, window, userData } = program;
  await compose(window, { text: 'the exported secret', name: 'For the auditors' });
  const { link, password } = await sealAndHandOver(window);
  await window.getByRole('button', { name: 'Copy password' }).click();
  await expect(window.getByText('Password copied').first()).toBeVisible();
  await window.getByRole('button', { name: 'Done' }).click();

  const file = join(info.outputPath(), 'sent-secrets.json');
  await chooseFile(app, file);
  await goTo(window, 'Settings');
  await window.getByRole('button', { name: 'Export…' }).click();
  const exporting = window.getByRole('dialog', { name: 'Export your list' });
  await exporting.getByRole('radio', { name: /JSON/ }).check();
  await exporting.getByRole('button', { name: 'Choose where to save' }).click();
  await expect(window.getByText('1 entry exported to sent-secrets.json.').first()).toBeVisible();
  const exported = readFileSync(file, 'utf8');
  expect(contains(exported, ['For the auditors'])).toBe(true);
  expect(contains(exported, ['the exported secret', password])).toBe(false);

  // What is forgotten comes back by the file; what is there is not doubled.
  await goTo(window, 'Sent');
  const row = rowOf(window, 'For the auditors');
  await row.hover();
  await row.getByRole('button', { name: 'Remove from this list' }).click();
  await window.getByRole('button', { name: 'Undo' }).waitFor();
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await goTo(window, 'Settings');
  await window.getByRole('button', { name: 'Import…' }).click();
  await expect(window.getByText('1 was there already.').first()).toBeVisible();

  await window.getByRole('button', { name: 'Erase everything…' }).click();
  await window.getByRole('checkbox', { name: /nothing of it can be brought back/ }).check();
  await window.getByRole('dialog').getByRole('button', { name: 'Erase everything', exact: true }).click();
  const outcome = window.getByRole('dialog', { name: 'Erased' });
  await expect(outcome).toContainText('the list');
  await expect(outcome).toContainText('Nothing is left at services elsewhere.');
  await program.quit();
  expect(existsSync(join(userData, 'data/ledger.db'))).toBe(false);
  expect(readdirSync(join(userData, 'data')).filter((name) => name.startsWith('accounts'))).toEqual([]);
  expect(filesWith(userData, ['For the auditors', link.split('/').at(-1) ?? link])).toEqual([]);
});
