import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, fitPlace } from '../../../src/main/windows/window-place.ts';

const LEAST = { width: 360, height: 480 };
const laptop: Area = { x: 0, y: 25, width: 1440, height: 875 };
const desk: Area = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('the place of the main window', () => {
  it('is where it was, as long as it fits', () => {
    const place = { x: 1500, y: 100, width: 1100, height: 760 };
    expect(fitPlace(place, [laptop, desk], LEAST)).toEqual(place);
  });
  it('moves wholly onto the display it shares most with', () => {
    const place = { x: 1300, y: -40, width: 1100, height: 760 };
    expect(fitPlace(place, [laptop, desk], LEAST)).toEqual({ ...place, x: 1440, y: 0 });
  });
  it('is left to the platform where its display is gone', () => {
    expect(fitPlace({ x: 3000, y: 100, width: 800, height: 600 }, [laptop], LEAST)).toBeNull();
    expect(fitPlace({ x: 0, y: 0, width: 800, height: 600 }, [], LEAST)).toBeNull();
  });
  it('shrinks to a smaller display', () => {
    expect(fitPlace({ x: 0, y: 0, width: 2000, height: 1300 }, [laptop], LEAST)).toEqual(laptop);
  });
  it('is inside a work area whatever was stored, unless that is smaller than the window can be', () => {
    const side = fc.integer({ min: -5000, max: 5000 });
    const area = fc.record({
      ...{ x: side, y: side },
      width: fc.integer({ min: LEAST.width, max: 4000 }),
      height: fc.integer({ min: LEAST.height, max: 3000 }),
    });
    const size = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(
        fc.record({ x: side, y: side, width: size, height: size }),
        fc.array(area),
        (wanted, areas) => {
          const place = fitPlace(wanted, areas, LEAST);
          if (place === null) return true;
          return areas.some(
            (each) =>
              place.x >= each.x &&
              place.y >= each.y &&
              place.x + place.width <= each.x + each.width &&
              place.y + place.height <= each.y + each.height,
          );
        },
      ),
    );
  });
});
