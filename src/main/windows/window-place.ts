/** Where the main window stands: kept from run to run, and always where somebody can see it. */
import { z } from 'zod';

const pixels = z.int().min(-100_000).max(100_000);
export const placeSchema = z.strictObject({
  version: z.literal(1),
  x: pixels,
  y: pixels,
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  isMaximised: z.boolean(),
});
export type WindowPlace = z.infer<typeof placeSchema>;

/** In pixels at the display's scale. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Area, b: Area): number => {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, high);
};

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Puts a window wholly inside the work area it shares most with, made smaller where it has to be.
 *
 * @param workAreas of the displays there are now, the main one first
 * @param least the smallest width and height the window can have
 * @returns null where no display is left that shows any of it: the platform places it then
 */
export function fitPlace(
  wanted: Area,
  workAreas: readonly Area[],
  least: { readonly width: number; readonly height: number },
): Area | null {
  const [area] = [...workAreas].sort((a, b) => overlap(wanted, b) - overlap(wanted, a));
  if (area === undefined || overlap(wanted, area) === 0) return null;
  const width = Math.max(least.width, Math.min(wanted.width, area.width));
  const height = Math.max(least.height, Math.min(wanted.height, area.height));
  return {
    x: clamp(wanted.x, area.x, Math.max(area.x, area.x + area.width - width)),
    y: clamp(wanted.y, area.y, Math.max(area.y, area.y + area.height - height)),
    width,
    height,
  };
}
