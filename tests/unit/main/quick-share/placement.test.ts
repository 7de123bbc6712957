import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Area, placeQuickWindow } from '../../../../src/main/quick-share/placement.ts';

const SIZE = { width: 420, height: 248 };
const coordinate = fc.integer({ min: -8_000, max: 8_000 });
const area = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 200, max: 6_000 }),
  height: fc.integer({ min: 150, max: 4_000 }),
});
const areas = fc.array(area, { minLength: 1, maxLength: 5 }) as unknown as fc.Arbitrary<[Area, ...Area[]]>;
const point = fc.record({ x: coordinate, y: coordinate });

const isInside = (inner: Area, outer: Area): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

it('lies wholly inside one of the work areas, whatever the displays and the pointer', () => {
  fc.assert(
    fc.property(point, areas, (anchor, displays) => {
      const placed = placeQuickWindow(anchor, displays, SIZE);
      expect(displays.some((display) => isInside(placed, display))).toBe(true);
      expect(placed.width).toBeLessThanOrEqual(SIZE.width);
      expect(Number.isInteger(placed.x) && Number.isInteger(placed.y)).toBe(true);
    }),
  );
});

it('is on the display that has the pointer', () => {
  const left = { x: 0, y: 0, width: 1920, height: 1040 };
  const right = { x: 1920, y: -200, width: 2560, height: 1400 };
  expect(isInside(placeQuickWindow({ x: 2500, y: 100 }, [left, right], SIZE), right)).toBe(true);
  expect(isInside(placeQuickWindow({ x: 10, y: 1_070 }, [left, right], SIZE), left)).toBe(true);
});

it('comes up below the pointer, and above it where there is no room below', () => {
  const display = { x: 0, y: 0, width: 1280, height: 800 };
  expect(placeQuickWindow({ x: 640, y: 100 }, [display], SIZE)).toEqual({ x: 430, y: 112, ...SIZE });
  expect(placeQuickWindow({ x: 640, y: 780 }, [display], SIZE).y).toBe(780 - 12 - 248);
});
