import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusRowSchema } from '../../../../src/core/api/wire.ts';
import { moment } from '../../../../src/shared/bridge/models.ts';

const row = (time: string) => ({
  ...{ messageId: 'a8Kx9pQ2', state: 'active', accessCount: 1, maxAccess: null },
  ...{ createdAt: time, expiresAt: time, firstAccessAt: time, lastAccessAt: time },
});

describe('what a service says of a secret', () => {
  it.each(['9999-12-31T23:59:59-23:59', '0000-01-01T00:00:00+23:59', 'soon', '2026-02-30T00:00:00Z'])(
    'is not believed with a time that no list could show: %s',
    (time) => {
      expect(statusRowSchema.safeParse(row(time)).success).toBe(false);
    },
  );

  it('has times that a window can be told, whatever their offset', () => {
    const two = (most: number) =>
      fc.integer({ min: 0, max: most }).map((part) => String(part).padStart(2, '0'));
    const offset = fc
      .tuple(fc.constantFrom('+', '-'), two(23), two(59))
      .map(([sign, h, m]) => `${sign}${h}:${m}`);
    const year = fc.constantFrom('0000', '0001', '2026', '9998', '9999');
    const time = fc.tuple(year, fc.constantFrom('01-01', '06-15', '12-31'), two(23), offset);
    fc.assert(
      fc.property(time, ([y, day, hour, zone]) => {
        const parsed = statusRowSchema.safeParse(row(`${y}-${day}T${hour}:30:00${zone}`));
        if (!parsed.success || !('firstAccessAt' in parsed.data)) return;
        const { firstAccessAt } = parsed.data;
        expect(moment.safeParse(new Date(firstAccessAt ?? '').toISOString()).success).toBe(true);
      }),
    );
  });
});
