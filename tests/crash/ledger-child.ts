/**
 * Works on a list until it is killed: opens it, which brings an older one up to date, then adds, notes, deletes,
 * forgets, undoes, imports and, where the list is under a passphrase, changes that. Says on its standard output what
 * it has done once it has been done, and before it begins where a kill may leave either.
 */
import { randomUUID } from 'node:crypto';
import { writeFileSync, writeSync } from 'node:fs';
import { createImporter } from '../../src/main/exchange/import.ts';
import { FILE_VERSION, FORMAT } from '../../src/main/exchange/ledger-file.ts';
import { createMemoryKeychain } from '../../src/main/keychain/backends.ts';
import { createListing } from '../../src/main/ledger/listing.ts';
import type { LedgerRecord } from '../../src/main/ledger/record.ts';
import type { LedgerVault } from '../../src/main/ledger/vault.ts';
import { createForgetting } from '../../src/main/shares/forgetting.ts';
import { openTestVault, realKeychain } from '../fakes/ledger-file.ts';

// Where the list is, and what opens it: its key in a keychain, or none and the passphrases that may be the one.
const [, , file = '', key = '', ...passphrases] = process.argv;
const say = (line: string): void => {
  // Not buffered: what is said has arrived, whatever happens next.
  writeSync(1, `${line}\n`);
};

async function openUnderKeychain(): Promise<LedgerVault> {
  const keychain = realKeychain();
  await keychain.write('ledger-key', key);
  return openTestVault(file, Date.now, keychain);
}

async function openUnderPassphrase(): Promise<LedgerVault> {
  const vault = await openTestVault(file, Date.now, createMemoryKeychain());
  if (vault.place === 'memory') {
    const first = `phrase-${randomUUID()}`;
    say(`changing ${first}`);
    await vault.setPassphrase(first);
    say(`changed ${first}`);
    return vault;
  }
  for (const each of passphrases) if ((await vault.unlock(each)) === 'opened') return vault;
  say('locked out');
  return vault;
}

const newRecord = (id: string, name: string): LedgerRecord => ({
  ...{ id, name, maxAccess: 1, messageId: `m-${id}`, deleteToken: null, note: null },
  service: { id: 'work', name: 'Work', origin: 'https://enigma.example' },
  ...{ createdAt: new Date().toISOString(), expiresAt: null, delivery: 'delivered' },
  ...{ report: null, firstAccessAt: null, deletedAt: null, reason: null },
});

/** As the program has it, but that nobody has ten seconds to think it over. */
function forgettingOf({ ledger }: LedgerVault) {
  const listing = createListing(ledger, Date.now);
  const later: (() => void)[] = [];
  const forgetting = createForgetting({
    ...{ ledger, listing, keychain: createMemoryKeychain() },
    sender: { cancel: () => Promise.resolve('cancelled') },
    schedule: (_milliseconds, work) => {
      later.push(work);
      return () => later.splice(later.indexOf(work), 1);
    },
  });
  return { forgetting, listing };
}

function importerOf({ ledger }: LedgerVault, listing: ReturnType<typeof createListing>) {
  const from = `${file}.import-${process.pid}.json`;
  const load = createImporter({
    ...{ ledger, listing, clock: Date.now, now: Date.now, accountOf: () => null, originOf: () => null },
    dialogs: { open: () => Promise.resolve(from), saveAs: () => Promise.resolve(null) },
  });
  return async (ids: readonly string[]): Promise<void> => {
    const entries = ids.map((id) => ({ ...newRecord(id, 'From a file'), timeline: [] }));
    writeFileSync(from, JSON.stringify({ format: FORMAT, version: FILE_VERSION, entries }));
    await load(null);
  };
}

say('started');
const vault = await (key === '' ? openUnderPassphrase() : openUnderKeychain());
const { ledger, notices } = vault;
say(`opened ${notices.join(',')}`);
const { forgetting, listing } = forgettingOf(vault);
const importAll = importerOf(vault, listing);
let passphrase = passphrases[0] ?? null;
for (const each of passphrases) if (await vault.checkPassphrase(each)) passphrase = each;

for (let turn = 0; ; turn += 1) {
  const id = randomUUID();
  ledger.adopt([{ record: newRecord(id, `Entry ${turn}`), events: [] }]);
  say(`added ${id}`);
  ledger.note(id, 'link-copied');
  say(`copied ${id}`);
  if (turn % 2 === 0) {
    ledger.setNote(id, `about ${id}`);
    say(`annotated ${id}`);
  }
  if (turn % 3 === 0) {
    ledger.markDeleted(id, new Date().toISOString());
    say(`deleted ${id}`);
  }
  if (turn % 5 === 0) {
    say(`forgetting ${id}`);
    forgetting.forget([id]);
    await forgetting.finish();
    say(`forgotten ${id}`);
  } else if (turn % 5 === 1) {
    // Hidden and brought back; killed in between it is simply there again.
    forgetting.forget([id]);
    forgetting.restore([id]);
    await forgetting.finish();
    say(`restored ${id}`);
  }
  if (turn % 4 === 0) {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    await importAll(ids);
    for (const each of ids) say(`imported ${each}`);
  }
  if (passphrase !== null && turn % 6 === 0) {
    const next = `phrase-${randomUUID()}`;
    say(`changing ${next}`);
    if ((await vault.changePassphrase(passphrase, next)) === 'opened') passphrase = next;
    say(`changed ${next}`);
  }
}
