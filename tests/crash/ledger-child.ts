/**
 * Works on a list until it is killed: opens it, which brings an older one up to date, then deletes, forgets and
 * adds. Says on its standard output what it has done, once it has been done.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openTestVault, realKeychain } from '../fakes/ledger-file.ts';

const [, , file = '', key = ''] = process.argv;
const say = (line: string): void => {
  // Not buffered: what is said has arrived, whatever happens next.
  writeSync(1, `${line}\n`);
};
say('started');
const keychain = realKeychain();
await keychain.write('ledger-key', key);
const { ledger, notices } = await openTestVault(file, Date.now, keychain);
say(`opened ${notices.join(',')}`);
for (let turn = 0; ; turn += 1) {
  const id = randomUUID();
  const record = {
    ...{ id, name: `Entry ${turn}`, maxAccess: 1, messageId: `m-${id}`, deleteToken: null, note: null },
    service: { id: 'work', name: 'Work', origin: 'https://enigma.example' },
    ...{ createdAt: new Date().toISOString(), expiresAt: null, delivery: 'delivered' as const },
    ...{ report: null, firstAccessAt: null, deletedAt: null, reason: null },
  };
  ledger.adopt([{ record, events: [] }]);
  say(`added ${id}`);
  if (turn % 3 === 0) {
    ledger.markDeleted(id, new Date().toISOString());
    say(`deleted ${id}`);
  }
  if (turn % 5 === 0) {
    // Said before, too: killed in between it may be either.
    say(`forgetting ${id}`);
    ledger.forget([id]);
    say(`forgotten ${id}`);
  }
}
