/** Writes lists of any length fast, as the program would have after years. */
import { randomUUID } from 'node:crypto';
import type { Adopted, Ledger } from '../../../src/main/ledger/ledger.ts';

const DAY = 86_400_000;
const WORDS = [
  'Router',
  'Wi-fi',
  'Contraseña',
  'Server',
  'Bank',
  'Clé',
  'Database',
  'Mailbox',
  'Door',
  'VPN',
];
const SERVICES = [
  { id: 'builtin', name: 'Built-in service', origin: 'http://127.0.0.1:24000' },
  { id: 'work', name: 'Work', origin: 'https://enigma.example' },
  { id: 'home', name: 'Home', origin: 'https://secrets.example' },
];
/** So many are written in one transaction. */
const CHUNK = 5_000;

/** @param now milliseconds since the epoch; the newest entry is a day old, so that nothing waits to be asked */
export function fillLedger(ledger: Ledger, count: number, now: number): void {
  for (let start = 0; start < count; start += CHUNK) {
    const length = Math.min(CHUNK, count - start);
    ledger.adopt(Array.from({ length }, (_, index) => entry(start + index, count, now)));
  }
}

function entry(index: number, count: number, now: number): Adopted {
  const createdAt = now - DAY - (count - index) * 60_000;
  const opened = index % 4;
  const word = WORDS[index % WORDS.length] ?? '';
  return {
    record: {
      id: randomUUID(),
      name: index % 9 === 0 ? null : `${word} of department ${index % 97}, number ${index}`,
      service: SERVICES[index % SERVICES.length] ?? SERVICES[0]!,
      createdAt: new Date(createdAt).toISOString(),
      expiresAt: index % 5 === 0 ? null : new Date(createdAt + 7 * DAY).toISOString(),
      maxAccess: 3,
      messageId: `message${index.toString(36).padStart(8, '0')}`,
      deleteToken: null,
      note: index % 11 === 0 ? `Handed over to colleague ${index % 13}` : null,
      delivery: 'delivered',
      report: { state: opened === 3 ? 'exhausted' : 'active', accessCount: opened },
      firstAccessAt: opened === 0 ? null : new Date(createdAt + DAY).toISOString(),
      deletedAt: index % 17 === 0 ? new Date(createdAt + 2 * DAY).toISOString() : null,
      reason: null,
    },
    events: [{ at: createdAt, kind: 'created', source: 'here' }],
  };
}
