import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadKeyring, loadKeytar } from '../../src/main/keychain/backends.ts';
import { launchChromium } from './support/chromium.ts';
import { contains, filesWith } from './support/canary.ts';
import { expect, test } from './support/program.ts';
import { compose, goTo, openAsRecipient, sealAndHandOver } from './support/views.ts';

const unique = (): string => randomBytes(12).toString('hex');

test('secret, password and token appear nowhere outside the window and the recipient’s page', async ({
  program,
}, info) => {
  const { window, userData } = program;
  const secret = `Canary secret ${unique()} — ñ`;
  const password = `canary-password-${unique()}`;
  const mark = `visible-${unique()}`;
  const token = await ownerTokenInKeychain(window);

  await compose(window, { text: secret, ownPassword: password, name: mark });
  const { link } = await sealAndHandOver(window);
  expect(await window.title()).not.toContain(mark);
  const browser = await launchChromium();
  expect(await openAsRecipient(await (await browser.newContext()).newPage(), link, password)).toBe(secret);
  await browser.close();
  await goTo(window, 'Open');
  await goTo(window, 'Settings');
  await goTo(window, 'Compose');
  // A service that was never reached gets nothing either.
  await program.quit();

  const canaries = [secret, password, token];
  const trace = program.trace();
  // The search itself works: the name crosses the bridge, and the request was traced.
  expect(contains(trace, [mark])).toBe(true);
  expect(trace).toContain('"kind":"request"');
  expect(contains(trace, canaries)).toBe(false);
  expect(contains(program.output(), canaries)).toBe(false);
  expect(contains(link, canaries)).toBe(false);

  const planted = join(userData, 'planted');
  writeFileSync(planted, Buffer.from(`x${secret}y`).toString('base64'));
  expect(filesWith(userData, canaries)).toEqual([planted]);
  // The name is for the list and the service; in the list it is sealed.
  expect(filesWith(join(userData, 'data'), [mark]).filter((file) => file.includes('ledger'))).toEqual([]);
  info.annotations.push({ type: 'searched', description: `${trace.length} characters of trace` });
});

/** The token the program made for itself, read from the same keychain by the module that the program chose. */
async function ownerTokenInKeychain(window: Page): Promise<string> {
  const backend = await window.evaluate(async () => {
    const { enigma } = globalThis as unknown as {
      enigma: { calls: Record<string, () => Promise<{ keychain: string }>> };
    };
    return (await enigma.calls['app.info']!()).keychain;
  });
  const keychain = backend === 'keytar' ? await loadKeytar() : await loadKeyring();
  const token = await keychain?.read('builtin-service-token');
  if (token?.ok !== true || token.value === null) throw new Error(`no token in the keychain (${backend})`);
  // Behind the moment it was written.
  const [, bare = ''] = /^\d+:(enigma_.+)$/.exec(token.value) ?? [];
  expect(bare).toMatch(/^enigma_/);
  return bare;
}
