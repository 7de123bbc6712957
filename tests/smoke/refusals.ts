/** What a package must not be talked into from outside. */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from './packaged.ts';

const SWITCHES = [
  '--inspect=0',
  '--inspect-brk=0',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--load-extension=/tmp',
  '--proxy-server=127.0.0.1:9',
  '--no-sandbox',
  '--disable-web-security',
  '--js-flags=--expose-gc',
  '--log-net-log=/tmp/never',
];

export async function checkRefusals(program: string, folder: string): Promise<void> {
  for (const argument of SWITCHES) {
    const started = start(program, join(folder, 'refused'), [argument]);
    assert.equal(await started.ended, 2, `${argument}: ${started.output()}`);
    assert.match(started.output(), /does not start with/, argument);
    assert.doesNotMatch(started.output(), /DevTools listening|Debugger listening/, argument);
  }
  assert.equal(existsSync('/tmp/never'), false);
  const evil = join(folder, 'evil.cjs');
  const mark = join(folder, 'evil-ran');
  writeFileSync(evil, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
  // Each run ends by a refused switch; a program that listened would have left the mark before.
  const node = start(program, join(folder, 'refused'), ['-e', `require(${JSON.stringify(evil)})`], {
    ELECTRON_RUN_AS_NODE: '1',
  });
  assert.equal(await node.ended, 2, 'ELECTRON_RUN_AS_NODE');
  const options = start(program, join(folder, 'refused'), ['--no-such-switch'], {
    NODE_OPTIONS: `--require ${evil}`,
  });
  assert.equal(await options.ended, 2, 'NODE_OPTIONS');
  assert.equal(existsSync(mark), false, 'foreign code was run');
  assert.equal(existsSync(join(folder, 'refused', 'data')), false, 'a refused start left something');
}
