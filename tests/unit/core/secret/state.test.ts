import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, type SecretState, secretState } from '../../../../src/core/secret/state.ts';

const NOW = Date.parse('2026-06-01T12:00:00.000Z');
const PAST = '2026-06-01T11:59:59.999Z';
const FUTURE = '2026-06-01T12:00:00.001Z';

const plain: Evidence = {
  delivery: 'delivered',
  expiresAt: null,
  maxAccess: 1,
  deletedAt: null,
  report: null,
};
const reported = (
  state: NonNullable<Evidence['report']>['state'],
  accessCount: number | null = 0,
): Evidence => ({
  ...plain,
  report: { state, accessCount },
});

const evidence: fc.Arbitrary<Evidence> = fc.record({
  delivery: fc.constantFrom('waiting' as const, 'uncertain' as const, 'delivered' as const),
  expiresAt: fc.constantFrom(null, PAST, FUTURE),
  maxAccess: fc.constantFrom(null, 1, 5),
  deletedAt: fc.constantFrom(null, PAST),
  report: fc.option(
    fc.record({
      state: fc.constantFrom('active', 'exhausted', 'expired', 'deleted', 'unknown', 'forbidden' as const),
      accessCount: fc.constantFrom(null, 0, 1, 5),
    }),
    { nil: null },
  ),
});

describe('the state of a sent secret', () => {
  it.each<[string, Evidence, SecretState]>([
    ['waits in the outbox', { ...plain, delivery: 'waiting' }, 'waiting'],
    [
      'is overdue when its expiry passed before it was sent',
      { ...plain, delivery: 'waiting', expiresAt: PAST },
      'overdue',
    ],
    ['is uncertain after a lost answer', { ...plain, delivery: 'uncertain' }, 'uncertain'],
    ['is not reported while the service has said nothing', plain, 'not-reported'],
    ['is not reported where the service will not tell us', reported('forbidden', null), 'not-reported'],
    ['is active when the service says nobody came', reported('active'), 'active'],
    ['is opened when the service counted somebody', reported('active', 1), 'opened'],
    ['is used up by the service’s word', reported('exhausted', 1), 'used-up'],
    [
      'is used up rather than expired, when both are true',
      { ...reported('exhausted', 1), expiresAt: PAST },
      'used-up',
    ],
    ['is expired by our own clock', { ...plain, expiresAt: PAST }, 'expired'],
    ['is expired by the service’s word', reported('expired'), 'expired'],
    ['is not expired before its time', { ...reported('active'), expiresAt: FUTURE }, 'active'],
    ['is deleted when we deleted it', { ...reported('active', 1), deletedAt: PAST }, 'deleted'],
    ['is deleted by the service’s word', reported('deleted'), 'deleted'],
    ['is unknown when the service does not know it', reported('unknown', null), 'unknown'],
  ])('%s', (_name, given, state) => {
    expect(secretState(given, NOW)).toBe(state);
  });

  it('claims an opening only from a count or a word of the service', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const state = secretState(given, NOW);
        if (state === 'opened') expect(given.report?.accessCount).toBeGreaterThan(0);
        if (state === 'used-up') expect(given.report?.state).toBe('exhausted');
      }),
      { numRuns: 1000 },
    );
  });

  it('claims nothing about the service before delivery', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const state = secretState(given, NOW);
        expect(['waiting', 'overdue', 'uncertain'].includes(state)).toBe(given.delivery !== 'delivered');
      }),
      { numRuns: 1000 },
    );
  });

  it('stays expired, used up or deleted as time goes on', () => {
    const final: readonly SecretState[] = ['expired', 'used-up', 'deleted'];
    fc.assert(
      fc.property(evidence, fc.nat({ max: 1e12 }), (given, later) => {
        const state = secretState(given, NOW);
        if (final.includes(state)) expect(secretState(given, NOW + later)).toBe(state);
      }),
      { numRuns: 1000 },
    );
  });
});
