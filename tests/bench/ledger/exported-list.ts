/** Lists of any length, in the form in which the program takes them over: as it would be after years of use. */
import { randomUUID } from 'node:crypto';

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
  { id: 'work', name: 'Work', origin: 'https://enigma.example' },
  { id: 'home', name: 'Home', origin: 'https://secrets.example' },
  { id: 'club', name: 'Club', origin: 'https://club.example' },
];

/** @param now milliseconds since the epoch; the newest entry is a day old */
export function exportedList(count: number, now: number): string {
  const entries = Array.from({ length: count }, (_, index) => JSON.stringify(entry(index, count, now)));
  return `{"format":"enigmacrypt-sent-list","version":1,"entries":[${entries.join(',')}]}`;
}

function entry(index: number, count: number, now: number) {
  const createdAt = now - DAY - (count - index) * 60_000;
  const iso = (at: number): string => new Date(at).toISOString();
  const opened = index % 4;
  return {
    id: randomUUID(),
    name:
      index % 9 === 0
        ? null
        : `${WORDS[index % WORDS.length] ?? ''} of department ${index % 97}, number ${index}`,
    note: index % 11 === 0 ? `Handed over to colleague ${index % 13}` : null,
    service: SERVICES[index % SERVICES.length],
    messageId: `message${index.toString(36).padStart(8, '0')}`,
    createdAt: iso(createdAt),
    expiresAt: index % 5 === 0 ? null : iso(createdAt + 7 * DAY),
    maxAccess: 3,
    report: { state: opened === 3 ? 'exhausted' : 'active', accessCount: opened },
    firstAccessAt: opened === 0 ? null : iso(createdAt + DAY),
    deletedAt: index % 17 === 0 ? iso(createdAt + 2 * DAY) : null,
    timeline: [{ at: iso(createdAt), kind: 'created', source: 'here', count: null }],
  };
}
