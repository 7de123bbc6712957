/** Kills a process again and again while it works on a list, and looks at what is left. */
import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createMemoryKeychain } from '../../src/main/keychain/backends.ts';
import type { Ledger, LedgerStory } from '../../src/main/ledger/ledger.ts';
import type { LedgerVault } from '../../src/main/ledger/vault.ts';
import { openTestVault, realKeychain } from '../fakes/ledger-file.ts';
import { between, createRandom, type Random } from './random.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'ledger');

export interface LedgerCrashes {
  readonly times: number;
  readonly seed: number;
  /** Empty at the beginning. */
  readonly folder: string;
}

/** What opens the list: its key in the keychain, or passphrases of which one is the right one. */
type Opens = { readonly key: string } | { readonly passphrases: readonly string[] };

/**
 * Begins with a list of the first version, and with none where it is to be under a passphrase. Answers what was wrong
 * after each kill: nothing, it is to be hoped.
 */
export async function killWhileWriting({ times, seed, folder }: LedgerCrashes): Promise<readonly string[]> {
  const random = createRandom(seed);
  const { key, records } = JSON.parse(readFileSync(join(FIXTURES, 'version-1.json'), 'utf8')) as {
    key: string;
    records: { id: string }[];
  };
  const file = join(folder, 'ledger.db');
  copyFileSync(join(FIXTURES, 'version-1.db'), file);
  const known = records.map(({ id }) => id);
  return [
    ...(await killAndLook(times, random, file, () => ({ key }), known)),
    ...(await killAndLook(times, random, join(folder, 'other.db'), (said) => candidates(said), [])),
  ];
}

async function killAndLook(
  times: number,
  random: Random,
  file: string,
  opensWith: (said: readonly string[]) => Opens,
  known: readonly string[],
): Promise<string[]> {
  const said: string[] = [];
  const findings: string[] = [];
  for (let number = 1; number <= times; number += 1) {
    said.push(...(await workUntilKilled(file, opensWith(said), between(random, 0, LONGEST_MOMENT_MS))));
    const wrong = await look(file, opensWith(said), { said, known });
    findings.push(...wrong.map((finding) => `kill ${number}: ${finding}`));
  }
  for (const done of ['forgotten', 'restored', 'imported', 'annotated'])
    if (!said.some((line) => line.startsWith(`${done} `)))
      findings.push(`nothing was ${done} before any kill`);
  return findings;
}

const LONGEST_MOMENT_MS = 250;

/** The newest passphrase that was set, and after it the one that was being set: killed in between, either. */
function candidates(said: readonly string[]): Opens {
  const lines = said.filter((line) => line.startsWith('chang'));
  const last = lines.findLastIndex((line) => line.startsWith('changed '));
  return { passphrases: lines.slice(Math.max(0, last)).map((line) => line.split(' ')[1] ?? '') };
}

async function workUntilKilled(file: string, opens: Opens, moment: number): Promise<string[]> {
  const how = 'key' in opens ? [opens.key] : ['', ...opens.passphrases];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'ledger-child.ts'), file, ...how], {
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

async function openWith(file: string, opens: Opens): Promise<LedgerVault> {
  const keychain = 'key' in opens ? realKeychain() : createMemoryKeychain();
  if ('key' in opens) await keychain.write('ledger-key', opens.key);
  const vault = await openTestVault(file, Date.now, keychain);
  if ('passphrases' in opens)
    for (const each of opens.passphrases) if ((await vault.unlock(each)) === 'opened') break;
  return vault;
}

async function look(file: string, opens: Opens, { said, known }: Expected): Promise<string[]> {
  const vault = await openWith(file, opens);
  const { ledger, notices } = vault;
  const of = (what: string): readonly string[] => saidOf(said, what);
  const wrong: string[] = [];
  if (notices.length > 0) wrong.push(`the list was not simply there: ${notices.join(', ')}`);
  // Killed before the first passphrase was set, there is nothing on disk yet, and nothing was promised.
  if (of('changed').length > 0 && vault.place !== 'passphrase') wrong.push('no passphrase opens the list');
  for (const id of known) if (ledger.find(id) === null) wrong.push('an entry of the older list is lost');
  for (const id of [...of('imported'), ...of('restored')])
    if (ledger.find(id) === null) wrong.push('what was imported or brought back is lost');
  const forgetting = new Set(of('forgetting'));
  for (const id of of('added'))
    if (!forgetting.has(id) && ledger.find(id) === null) wrong.push('what was added is lost');
  for (const id of of('forgotten')) if (ledger.find(id) !== null) wrong.push('what was forgotten is back');
  wrong.push(...findUndone(ledger, said));
  vault.close();
  return wrong;
}

const saidOf = (said: readonly string[], what: string): readonly string[] =>
  said.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []));

const findUndone = (ledger: Ledger, said: readonly string[]): string[] =>
  Object.entries(KEPT).flatMap(([what, isKept]) =>
    saidOf(said, what)
      .map((id) => ledger.story(id))
      .filter((story) => story !== null && !isKept(story))
      .map(() => `something ${what} is not so any more`),
  );

/** What each thing that was done leaves in an entry. */
const KEPT: Readonly<Record<string, (story: LedgerStory) => boolean>> = {
  copied: ({ timeline }) => timeline.some(({ kind }) => kind === 'link-copied'),
  annotated: ({ record }) => record.note === `about ${record.id}`,
  deleted: ({ record, timeline }) =>
    record.deletedAt !== null && timeline.some(({ kind }) => kind === 'deleted'),
};
