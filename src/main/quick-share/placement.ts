/** Where the quick window comes up. Pure: all in the system's own units, independent of scale. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

/** Below the pointer, so that it does not cover what one points at. */
const GAP = 12;

/**
 * Near the anchor, the pointer or the tray's icon, on the display that has it or is nearest to it, and always
 * wholly inside what that display leaves free. A display smaller than the window gets a smaller window.
 *
 * @param workAreas one for each display, at least one
 */
export function placeQuickWindow(
  anchor: Point,
  workAreas: readonly [Area, ...Area[]],
  size: Pick<Area, 'width' | 'height'>,
): Area {
  const area = workAreas.reduce((nearest, each) =>
    distance(anchor, each) < distance(anchor, nearest) ? each : nearest,
  );
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  const below = anchor.y + GAP;
  const hasRoomBelow = below + height <= area.y + area.height;
  const y = hasRoomBelow ? below : anchor.y - GAP - height;
  return {
    x: clamp(Math.round(anchor.x - width / 2), area.x, area.x + area.width - width),
    y: clamp(Math.round(y), area.y, area.y + area.height - height),
    width,
    height,
  };
}

/** Of a point from an area, squared; none inside. */
function distance({ x, y }: Point, area: Area): number {
  const dx = Math.max(area.x - x, 0, x - (area.x + area.width));
  const dy = Math.max(area.y - y, 0, y - (area.y + area.height));
  return dx * dx + dy * dy;
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
