/** A secret from the keyboard to the recipient, through the packaged program. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { activate, clearClipboard, clipboard, press, titleOf, until, windowsOf, write } from './keyboard.ts';
import { type Packaged, renderersOf } from './packaged.ts';

const SECRET = 'the smoke test was here 4711';
const CLASS = 'enigmacrypt-desktop';
const LINK = /^(https?:\/\/[^/\s]+)\/s\/([\w-]+)$/;
/** More than there are controls before the second copy button. */
const MOST_TABS = 15;

export async function openWindow(program: Packaged, userData: string): Promise<string> {
  const window = await until('a window', () => windowsOf(CLASS)[0]);
  await until('the built-in service', () => program.log().includes('"code":"listening"'), 60_000);
  activate(window);
  const renderers = renderersOf(userData);
  assert.ok(renderers.length > 0, 'no renderer found');
  for (const { seccomp } of renderers) assert.equal(seccomp, '2', 'a renderer outside of the sandbox');
  return window;
}

/** Writes the secret and sees that it is in the field, and stays there whatever a developer would press. */
export async function compose(window: string): Promise<void> {
  await until('the secret in the field', () => {
    press('ctrl+a');
    write(SECRET);
    return isInField();
  });
  for (const key of ['ctrl+shift+i', 'F12', 'ctrl+r', 'F5', 'ctrl+shift+r']) press(key);
  assert.deepEqual(windowsOf(CLASS), [window], 'a window of developer tools');
  assert.ok(isInField(), 'the text did not survive');
  assert.doesNotMatch(titleOf(window), /smoke/);
}

function isInField(): boolean {
  clearClipboard();
  press('ctrl+a');
  press('ctrl+c');
  return clipboard() === SECRET;
}

/** Seals by key and takes both halves from the clipboard, walking from control to control. */
export async function sealAndCopy(program: Packaged): Promise<{ link: string; password: string }> {
  clearClipboard();
  press('ctrl+Return');
  await until('the secret to be sent', () => program.log().includes('"event":"send"'));
  const found: string[] = [];
  for (let tab = 0; tab < MOST_TABS && found.length < 2; tab += 1) {
    press('Tab');
    press('space');
    await until('the clipboard', () => clipboard() !== '', 700).catch(() => false);
    const copied = clipboard().trim();
    if (copied !== '' && !found.includes(copied) && !copied.includes('\n')) found.push(copied);
    // What was pressed may have opened something.
    press('Escape');
    clearClipboard();
  }
  const [link = '', password = ''] = found;
  assert.match(link, LINK);
  assert.ok(password.split(/[ -]/).length >= 6, `no password of six words; ${found.length} copies`);
  return { link, password };
}

/** The recipient: fetches the envelope as the page does and opens it with the offline tool. */
export async function receive(link: string, password: string): Promise<void> {
  const [, origin = '', id = ''] = LINK.exec(link) ?? [];
  const answer = await fetch(`${origin}/api/messages/${id}/open`, { method: 'POST' });
  const { data } = (await answer.json()) as { data: { encryptedContent: string } };
  assert.ok(!data.encryptedContent.includes(SECRET));
  const opened = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, '../../src/cli/envelope.ts'), 'open', '--password-env', 'SMOKE_PASSWORD'],
    { input: data.encryptedContent, encoding: 'utf8', env: { ...process.env, SMOKE_PASSWORD: password } },
  );
  assert.equal(opened.stdout, SECRET, opened.stderr);
}
