import { expect, it } from 'vitest';
import { countBitChanges, type ChangedPart } from './bit-changes.ts';

const CHANGES = 2_000;

/** The run of 20,000 each is published in `tests/vectors/README.md`. The seed is fixed: this cannot fail by chance. */
it.each<ChangedPart>(['bytes', 'text'])(
  'no changed bit of the %s goes unnoticed',
  { timeout: 20_000 },
  async (part) => {
    const counts = await countBitChanges(part, CHANGES, 'bit changes');
    expect(counts).toMatchObject({ contentChanged: 0, dateChanged: 0, unchanged: 0 });
    expect(Object.values(counts.refused).reduce((sum, count) => sum + count)).toBe(CHANGES);
  },
);
