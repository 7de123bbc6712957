import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FILE, LIST, startReleases } from '../fakes/releases.ts';
import { electronPath } from './support/electron-path.ts';
import { expect, test } from './support/program.ts';
import { goTo } from './support/views.ts';

/** What every request has. */
const PLAIN_HEADERS = [
  'host',
  'connection',
  'user-agent',
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'pragma',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
];

test('a new version is looked for, fetched, checked and put in place, each when the person says so', async ({
  launch,
}, info) => {
  const server = await startReleases();
  const folder = info.outputPath('home');
  mkdirSync(folder, { recursive: true });
  const image = join(folder, 'EnigmaCrypt.AppImage');
  writeFileSync(image, 'the old one', { mode: 0o755 });
  const program = await launch({
    env: {
      ENIGMACRYPT_UPDATES: JSON.stringify(server.releases),
      APPIMAGE: image,
      APPDIR: dirname(electronPath()),
    },
  });
  const { window, userData } = program;
  await goTo(window, 'Settings');
  const updates = window.getByRole('region', { name: 'Updates' });
  await expect(updates).toContainText('Not looked for yet');
  // Nobody has asked for anything.
  expect(server.requests).toEqual([]);

  // As somebody who can write to the server, and has no key.
  const mark = join(folder, 'started');
  const made = Buffer.from(`#!/bin/sh\necho started > '${mark}'\n`.padEnd(200_000, '#'));
  server.publish('9.0.0', made);
  server.answers.set(`/${LIST}`, {
    body: String(server.answers.get(`/${LIST}`)?.body).replace('9.0.0', '9.0.1'),
  });
  await updates.getByRole('button', { name: 'Look now' }).click();
  await expect(updates.getByRole('status')).toContainText('not signed by the makers');

  server.publish('9.0.0', made);
  server.answers.set(`/${FILE}`, { body: made, holdAfter: 50_000 });
  await updates.getByRole('button', { name: 'Try again' }).click();
  await expect(updates.getByRole('status')).toContainText('Version 9.0.0 can be had');
  expect(server.requests.map(({ url }) => url)).toEqual([`/${LIST}`, `/${LIST}`]);
  await updates.getByRole('button', { name: 'Download' }).press('Enter');
  const stop = updates.getByRole('button', { name: 'Stop' });
  await expect(stop).toBeFocused();
  await expect(updates.getByRole('progressbar')).toBeVisible();
  await stop.click();
  await expect(updates.getByRole('status')).toContainText('can be had');
  server.answers.set(`/${FILE}`, { body: made });
  await updates.getByRole('button', { name: 'Download' }).click();
  await expect(updates.getByRole('status')).toContainText('Version 9.0.0 is here');
  expect(readFileSync(image, 'utf8')).toBe('the old one');
  // Electron's own stack: nothing tells who asks, with what, nor from where.
  const told = server.requests.flatMap(({ headers }) => Object.entries(headers));
  expect(new Set(told.map(([name]) => name).filter((name) => !PLAIN_HEADERS.includes(name)))).toEqual(
    new Set(),
  );
  const values = told.map(([, value]) => String(value)).join('\n');
  expect(values).not.toMatch(/0\.1\.0|linux|x11|mozilla|electron\/|spanish|es-ES/i);

  const ended = new Promise((resolve) => program.app.process().once('exit', resolve));
  await updates.getByRole('button', { name: 'Restart with it' }).click();
  await ended;
  expect(readFileSync(image)).toEqual(made);
  await expect.poll(() => existsSync(mark)).toBe(true);
  expect(readFileSync(join(userData, 'data/log/events.jsonl'), 'utf8')).toMatch(/"event":"quit"\}?\s*$/m);
  await server.close();
});
