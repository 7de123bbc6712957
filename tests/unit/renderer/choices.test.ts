import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL, orderAfter, toQuestion } from '../../../src/renderer/features/ledger/choices.ts';
import { ledgerQuerySchema, ledgerSorts } from '../../../src/shared/bridge/ledger.ts';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const DAY = 86_400_000;

describe('what a person chooses to see', () => {
  it('is all of it to begin with', () => {
    expect(toQuestion(ALL, NOW).filter).toEqual({
      search: '',
      states: [],
      accountIds: [],
      from: null,
      until: null,
    });
  });

  it('reaches so many days back from now, and has no end', () => {
    const { filter } = toQuestion({ ...ALL, time: { kind: 'recent', days: 7 } }, NOW);
    expect(filter.from).toBe(new Date(NOW - 7 * DAY).toISOString());
    expect(filter.until).toBeNull();
  });

  it('includes both days it lies between, by the local calendar', () => {
    const { filter } = toQuestion(
      { ...ALL, time: { kind: 'between', from: '2026-11-01', until: '2026-11-02' } },
      NOW,
    );
    expect(filter.from).toBe(new Date(2026, 10, 1).toISOString());
    expect(filter.until).toBe(new Date(2026, 10, 3).toISOString());
  });

  it('is a question the bridge takes, whatever stands in the fields for days', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, until) => {
        const question = toQuestion({ ...ALL, time: { kind: 'between', from, until } }, NOW);
        expect(ledgerQuerySchema.safeParse({ ...question, offset: 0, limit: 1 }).success).toBe(true);
      }),
    );
  });

  it('turns a column around when it is chosen again, and begins with what matters more', () => {
    for (const by of ledgerSorts) {
      const first = orderAfter({ by: by === 'name' ? 'created' : 'name', direction: 'ascending' }, by);
      const second = orderAfter(first, by);
      expect(second.by).toBe(by);
      expect(second.direction).not.toBe(first.direction);
      expect(orderAfter(second, by)).toEqual(first);
    }
    expect(orderAfter({ by: 'name', direction: 'ascending' }, 'created').direction).toBe('descending');
    expect(orderAfter({ by: 'name', direction: 'ascending' }, 'expires').direction).toBe('ascending');
  });
});
