import type { Share } from '../../src/shared/bridge/models.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ORIGIN = 'http://127.0.0.1:47400';

const at = (offset: number): string => new Date(Date.now() + offset).toISOString();

interface Sample extends Partial<Omit<Share, 'createdAt' | 'expiresAt'>> {
  /** Milliseconds from now. */
  readonly created: number;
  readonly expires: number | null;
}

let serial = 0;

function share({ created, expires, ...rest }: Sample): Share {
  serial += 1;
  const number = String(serial).padStart(12, '0');
  const messageId = rest.messageId === undefined ? `a8Kx9pQ${String(serial)}` : rest.messageId;
  return {
    id: `00000000-0000-4000-8000-${number}`,
    name: null,
    accountId: 'builtin',
    isAccountGone: false,
    reports: true,
    serviceName: 'Built-in service',
    serviceOrigin: ORIGIN,
    messageId,
    link: messageId === null ? null : `${ORIGIN}/s/${messageId}`,
    createdAt: at(created),
    expiresAt: expires === null ? null : at(expires),
    maxAccess: 1,
    accessCount: 0,
    firstAccessAt: null,
    deletedAt: null,
    state: 'active',
    reason: null,
    ...rest,
  };
}

/** One in each state there is. */
export const oneOfEach = (): Share[] => [
  share({ name: 'Staging database', created: -12 * MINUTE, expires: 7 * DAY }),
  share({
    name: 'Wi-Fi for the workshop',
    created: -5 * HOUR,
    expires: 19 * HOUR,
    maxAccess: 10,
    accessCount: 4,
    firstAccessAt: at(-4 * HOUR),
    state: 'opened',
  }),
  share({
    name: 'Signing key',
    created: -3 * MINUTE,
    expires: 7 * DAY,
    messageId: null,
    accessCount: null,
    state: 'waiting',
    reason: { code: 'unreachable' },
  }),
  share({
    name: 'Guest access',
    created: -2 * DAY,
    expires: -HOUR,
    messageId: null,
    accessCount: null,
    state: 'overdue',
    reason: { code: 'unreachable' },
  }),
  share({
    name: 'VPN profile',
    created: -42 * MINUTE,
    expires: DAY,
    messageId: null,
    accessCount: null,
    state: 'uncertain',
    reason: { code: 'answer-lost' },
  }),
  share({
    name: 'Payroll export',
    created: -26 * HOUR,
    expires: 6 * DAY,
    accessCount: 1,
    firstAccessAt: at(-20 * HOUR),
    state: 'used-up',
  }),
  share({
    name: 'Recovery codes',
    accountId: 'work',
    reports: false,
    serviceName: 'enigmacrypt.app',
    serviceOrigin: 'https://enigmacrypt.app',
    created: -2 * DAY,
    expires: null,
    maxAccess: null,
    accessCount: null,
    state: 'not-reported',
  }),
  share({ created: -8 * DAY, expires: -DAY, state: 'expired' }),
  share({
    name: 'Contract draft',
    created: -3 * DAY,
    expires: 4 * DAY,
    deletedAt: at(-2 * DAY),
    state: 'deleted',
  }),
  share({ name: 'Test account', created: -9 * DAY, expires: 21 * DAY, maxAccess: 5, state: 'unknown' }),
];

/** Names and numbers at their longest. */
export const longOnes = (): Share[] => [
  share({
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftszugangsdaten',
    accountId: 'gone',
    isAccountGone: true,
    serviceName: 'secrets.operations.internal.example.org',
    created: -400 * DAY,
    expires: 300 * DAY,
    maxAccess: 1_000_000,
    accessCount: 123_456,
    state: 'opened',
  }),
  share({
    name: 'The credentials for the new staging environment of the customer portal, including the read-only replica, the object store and the two service accounts that the nightly import uses until the end of the quarter',
    created: -2 * HOUR,
    expires: 30 * DAY,
  }),
  ...oneOfEach(),
];

export const many = (): Share[] => Array.from({ length: 12 }, () => oneOfEach()).flat();
