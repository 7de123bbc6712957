/** Shares by the thousands, the same ones each time. */
import type { SecretState } from '../../src/core/secret/state.ts';
import type { Share } from '../../src/shared/bridge/models.ts';
import { ORIGIN } from './accounts.ts';
import { haystackOf } from './ledger.ts';

const HOUR = 3_600_000;

const things = [
  ...['Staging database', 'Wi-Fi for the workshop', 'Signing key', 'VPN profile', 'Payroll export'],
  ...['Recovery codes', 'Contract draft', 'Test account', 'Router password', 'Licence key'],
  ...['SSH key of the build server', 'Guest access', 'API token for billing', 'Door code', 'Backup phrase'],
];
const people = ['Amélie', 'Bruno', 'Chidi', 'Daniela', 'Elif', 'Frank', 'Íñigo', 'Jun', 'Kofi', 'Lucía'];
/** Most secrets of a long list are over. */
const states: readonly SecretState[] = [
  ...(['used-up', 'used-up', 'used-up', 'used-up', 'expired', 'expired', 'expired'] as const),
  ...(['deleted', 'not-reported', 'opened', 'active', 'unknown'] as const),
];

const pick = <T>(from: readonly T[], seed: number): T => {
  const picked = from[seed % from.length];
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
};

/** A number that looks as if thrown. */
const scatter = (seed: number): number => (Math.imul(seed + 1, 2_654_435_761) >>> 0) % 1_000_003;

export function generateShares(count: number): Share[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, at) => {
    const share = generateShare(at, now);
    haystackOf(share);
    return share;
  });
}

function generateShare(at: number, now: number): Share {
  const seed = scatter(at);
  const state = pick(states, seed);
  const created = now - at * 0.35 * HOUR - (seed % 600_000);
  const isElsewhere = state === 'not-reported';
  const maxAccess = pick([1, 1, 1, 5, 10, null], seed >> 3);
  const isRunning = state === 'active' || state === 'opened' || isElsewhere;
  const end = created + ((seed % 60) + 1) * HOUR;
  const expired = Math.min(end, Math.max(created + HOUR, now - (1 + (seed % 30)) * (HOUR / 6)));
  const ended = state === 'expired' ? expired : end;
  const expires = isRunning ? now + ((seed % 700) + 1) * HOUR : ended;
  const count = countOf(state, maxAccess, seed);
  const messageId = `g${at.toString(36).padStart(4, '0')}${seed.toString(36)}`;
  const origin = isElsewhere ? 'https://enigmacrypt.app' : ORIGIN;
  return {
    id: `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`,
    name: seed % 17 === 0 ? null : `${pick(things, seed)} for ${pick(people, seed >> 4)}`,
    accountId: isElsewhere ? 'work' : 'builtin',
    isAccountGone: false,
    reports: !isElsewhere,
    serviceName: isElsewhere ? 'Work' : 'Built-in service',
    serviceOrigin: origin,
    messageId,
    link: `${origin}/s/${messageId}`,
    createdAt: new Date(created).toISOString(),
    expiresAt: seed % 23 === 0 && isRunning ? null : new Date(expires).toISOString(),
    maxAccess,
    accessCount: isElsewhere ? null : count,
    firstAccessAt: count > 0 ? new Date(created + HOUR / 2).toISOString() : null,
    deletedAt: state === 'deleted' ? new Date(created + HOUR).toISOString() : null,
    state,
    reason: null,
  };
}

function countOf(state: SecretState, maxAccess: number | null, seed: number): number {
  if (state === 'used-up') return maxAccess ?? 3;
  return state === 'opened' ? Math.min(1 + (seed % 3), maxAccess ?? 3) : 0;
}
