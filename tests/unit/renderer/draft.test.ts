import { describe, expect, it } from 'vitest';
import {
  hasExpiryProblem,
  resolveAccess,
  resolveExpiry,
  toLocalInput,
} from '../../../src/renderer/features/compose/draft.ts';
import { withChosen } from '../../../src/renderer/state/offered-policies.ts';

const NOW = Date.parse('2026-08-04T10:00:00.000Z');

describe('the expiry', () => {
  it('counts a lifetime from the moment of sealing', () => {
    expect(resolveExpiry({ kind: 'lifetime', seconds: 3600 }, NOW)).toBe('2026-08-04T11:00:00.000Z');
  });

  it('is null for never', () => {
    expect(resolveExpiry({ kind: 'lifetime', seconds: null }, NOW)).toBeNull();
    expect(hasExpiryProblem({ kind: 'lifetime', seconds: null }, NOW)).toBe(false);
  });

  it('reads an exact moment in local time, as its field shows it', () => {
    const local = toLocalInput(NOW + 60_000);
    expect(resolveExpiry({ kind: 'exact', local }, NOW)).toBe(new Date(NOW + 60_000).toISOString());
  });

  it('refuses this very minute, the past, and nothing at all', () => {
    expect(resolveExpiry({ kind: 'exact', local: toLocalInput(NOW) }, NOW)).toEqual({ problem: 'past' });
    expect(resolveExpiry({ kind: 'exact', local: toLocalInput(NOW - 60_000) }, NOW)).toEqual({
      problem: 'past',
    });
    expect(resolveExpiry({ kind: 'exact', local: '' }, NOW)).toEqual({ problem: 'missing' });
    expect(hasExpiryProblem({ kind: 'exact', local: '' }, NOW)).toBe(true);
  });
});

describe('the number of accesses', () => {
  it.each([
    ['1', 1],
    [' 12 ', 12],
    ['1000000', 1_000_000],
  ])('reads %j as %d', (text, count) => {
    expect(resolveAccess({ kind: 'exact', text })).toBe(count);
  });

  it.each(['', '0', '-1', '1.5', '1e3', '1000001', 'many', '٣'])('refuses %j', (text) => {
    expect(resolveAccess({ kind: 'exact', text })).toBeUndefined();
  });

  it('is null for any number of times', () => {
    expect(resolveAccess({ kind: 'count', count: null })).toBeNull();
  });
});

describe('what is offered', () => {
  it('has an account’s own default in its place, and what is without end last', () => {
    expect(withChosen([1, 5, 10, null], 3)).toEqual([1, 3, 5, 10, null]);
    expect(withChosen([1, 5, 10, null], 5)).toEqual([1, 5, 10, null]);
    expect(withChosen([1, null], undefined)).toEqual([1, null]);
  });
});
