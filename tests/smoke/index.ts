/** Run by `npm run smoke` inside a desktop: `index.ts <packaged program>`. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveIntroductionBehind } from '../e2e/support/past-introduction.ts';
import { startAsTheSessionDoes, switchOn } from './at-login.ts';
import { press, until } from './keyboard.ts';
import { start } from './packaged.ts';
import { checkRefusals } from './refusals.ts';
import { compose, openWindow, receive, sealAndCopy } from './share.ts';

const [program] = process.argv.slice(2);
assert.ok(program !== undefined, 'usage: index.ts <packaged program>');
const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-smoke-'));
const userData = join(folder, 'user-data');
const tell = (line: string): void => {
  console.log(`✓ ${line}`);
};
try {
  await checkRefusals(program, folder);
  tell('refuses switches and variables that would open it');
  leaveIntroductionBehind(userData);
  const started = start(program, userData);
  try {
    const window = await openWindow(started, userData);
    tell('starts, every renderer in its sandbox');
    await compose(window);
    tell('takes the text; neither developer tools nor reloading are to be had');
    const { link, password } = await sealAndCopy(started);
    tell('sends, and hands link and password over by two copies');
    await receive(link, password);
    tell('the recipient reads the very text');
    const second = start(program, userData);
    assert.equal(await second.ended, 0, 'a second start did not hand over');
    tell('a second start hands over and leaves');
    await switchOn();
    tell('starts with the session from now on');
    press('ctrl+q');
    const code = await Promise.race([started.ended, until('the end', () => started.child.exitCode, 20_000)]);
    assert.equal(code, 0, started.output());
    assert.match(
      readFileSync(join(userData, 'data', 'log', 'events.jsonl'), 'utf8'),
      /"event":"quit"\}?\s*$/m,
    );
    tell('quits in order');
    await startAsTheSessionDoes(program);
    tell('started as the session does it: no window, and an icon in the tray');
  } finally {
    if (started.child.exitCode === null) started.child.kill('SIGKILL');
    if (process.exitCode !== undefined) console.error(started.output());
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
