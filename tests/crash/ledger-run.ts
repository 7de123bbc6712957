/** Kills a process again and again while it works on a list, and looks at what is left. */
import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openTestVault, realKeychain } from '../fakes/ledger-file.ts';
import { between, createRandom } from './random.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'ledger');

export interface LedgerCrashes {
  readonly times: number;
  readonly seed: number;
  /** Empty at the beginning. */
  readonly folder: string;
}

/** Begins with a list of the first version. Answers what was wrong after each kill: nothing, it is to be hoped. */
export async function killWhileWriting({ times, seed, folder }: LedgerCrashes): Promise<readonly string[]> {
  const random = createRandom(seed);
  const { key, records } = JSON.parse(readFileSync(join(FIXTURES, 'version-1.json'), 'utf8')) as {
    key: string;
    records: { id: string }[];
  };
  const file = join(folder, 'ledger.db');
  copyFileSync(join(FIXTURES, 'version-1.db'), file);
  const said: string[] = [];
  const findings: string[] = [];
  for (let number = 1; number <= times; number += 1) {
    said.push(...(await workUntilKilled(file, key, between(random, 0, 250))));
    const wrong = await look(file, key, { said, known: records.map(({ id }) => id) });
    findings.push(...wrong.map((finding) => `kill ${number}: ${finding}`));
  }
  if (!said.some((line) => line.startsWith('forgotten'))) findings.push('nothing was done before any kill');
  return findings;
}

async function workUntilKilled(file: string, key: string, moment: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'ledger-child.ts'), file, key], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  const ended = new Promise((resolve) => child.once('close', resolve));
  const started = new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      resolve(null);
    });
  });
  // From when its code is loaded: the first thing it does then is to open the list.
  await Promise.race([started, ended]);
  await wait(moment);
  child.kill('SIGKILL');
  await ended;
  // What follows the last line end was not said to its end.
  return output.split('\n').slice(0, -1);
}

interface Expected {
  readonly said: readonly string[];
  /** What was in the list from the beginning. */
  readonly known: readonly string[];
}

async function look(file: string, key: string, { said, known }: Expected): Promise<string[]> {
  const keychain = realKeychain();
  await keychain.write('ledger-key', key);
  const vault = await openTestVault(file, Date.now, keychain);
  const { ledger, notices } = vault;
  const of = (what: string): Set<string> =>
    new Set(said.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : [])));
  const [added, deleted, forgetting, forgotten] = [
    of('added'),
    of('deleted'),
    of('forgetting'),
    of('forgotten'),
  ];
  const wrong: string[] = [];
  if (notices.length > 0) wrong.push(`the list was not simply there: ${notices.join(', ')}`);
  for (const id of known) if (ledger.find(id) === null) wrong.push('an entry of the older list is lost');
  for (const id of added) {
    const story = ledger.story(id);
    if (forgotten.has(id) && story !== null) wrong.push('what was forgotten is back');
    if (!forgetting.has(id) && story === null) wrong.push('what was added is lost');
    if (story !== null && deleted.has(id) && story.record.deletedAt === null)
      wrong.push('a deletion is lost');
    if (story !== null && deleted.has(id) && !story.timeline.some(({ kind }) => kind === 'deleted'))
      wrong.push('a deletion is missing in the timeline');
  }
  vault.close();
  return wrong;
}
