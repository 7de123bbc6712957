import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearSelection,
  extendTo,
  NOTHING_SELECTED,
  type Selection,
  selectAll,
  selectOnly,
  toggle,
} from '../../../src/renderer/ui/grid/selection.ts';

const orders = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 });
/** An order with two places in it. */
const places = orders.chain((order) =>
  fc.record({ order: fc.constant(order), a: fc.nat(order.length - 1), b: fc.nat(order.length - 1) }),
);

const idsOf = ({ ids }: Selection): string[] => [...ids].sort();

describe('selecting rows', () => {
  it('a click selects that one alone, whatever was selected', () => {
    fc.assert(
      fc.property(places, ({ order, a }) => {
        expect(idsOf(selectOnly(order[a]!))).toEqual([order[a]]);
      }),
    );
  });

  it('adding one twice changes nothing', () => {
    fc.assert(
      fc.property(places, fc.array(fc.nat(29)), ({ order, a }, picks) => {
        const before = picks
          .filter((pick) => pick < order.length)
          .reduce((selection, pick) => toggle(selection, order[pick]!), NOTHING_SELECTED);
        expect(idsOf(toggle(toggle(before, order[a]!), order[a]!))).toEqual(idsOf(before));
      }),
    );
  });

  it('a range is what lies between its ends, both included, in either direction', () => {
    fc.assert(
      fc.property(places, ({ order, a, b }) => {
        const range = order.slice(Math.min(a, b), Math.max(a, b) + 1).sort();
        expect(idsOf(extendTo(selectOnly(order[a]!), order, order[b]!))).toEqual(range);
        expect(idsOf(extendTo(selectOnly(order[b]!), order, order[a]!))).toEqual(range);
      }),
    );
  });

  it('reaching further and coming back leaves the range of the last end only', () => {
    fc.assert(
      fc.property(places, fc.array(fc.nat(29)), ({ order, a, b }, walk) => {
        const walked = walk
          .filter((step) => step < order.length)
          .reduce((selection, step) => extendTo(selection, order, order[step]!), selectOnly(order[a]!));
        expect(idsOf(extendTo(walked, order, order[b]!))).toEqual(
          idsOf(extendTo(selectOnly(order[a]!), order, order[b]!)),
        );
      }),
    );
  });

  it('where it began survives sorting and new rows', () => {
    fc.assert(
      fc.property(places, fc.array(fc.string({ minLength: 5, maxLength: 6 })), ({ order, a, b }, added) => {
        const begun = selectOnly(order[a]!);
        const later = [...new Set(added), ...order.toReversed()];
        const range = extendTo(begun, later, order[b]!);
        expect(range.anchor).toBe(order[a]);
        expect(range.ids.has(order[a]!) && range.ids.has(order[b]!)).toBe(true);
        expect(range.ids.size).toBe(Math.abs(a - b) + 1);
      }),
    );
  });

  it('begins at the target when where it began has gone, and ignores a target that has', () => {
    fc.assert(
      fc.property(places, ({ order, a }) => {
        expect(idsOf(extendTo(selectOnly('long gone'), order, order[a]!))).toEqual([order[a]]);
        const before = selectOnly(order[a]!);
        expect(extendTo(before, order, 'long gone')).toBe(before);
      }),
    );
  });

  it('selects all, and lets go of all without forgetting where it began', () => {
    fc.assert(
      fc.property(places, ({ order, a }) => {
        const all = selectAll(selectOnly(order[a]!), order);
        expect(idsOf(all)).toEqual(order.toSorted());
        const none = clearSelection(all);
        expect(none.ids.size).toBe(0);
        expect(none.anchor).toBe(order[a]);
      }),
    );
  });
});
