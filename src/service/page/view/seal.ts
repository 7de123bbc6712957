import { svg } from './dom.ts';

/** The state of a message, told by the shape of its seal. The same shapes as in the program that made it. */
export type SealShape = 'whole' | 'opening' | 'broken' | 'faded' | 'struck' | 'dotted' | 'question';

// On a grid of 32 × 32.
const BLOB =
  'M30.13 16C29.95 16.79 29.24 17.54 28.9 18.27C28.56 19.01 28.27 19.64 28.11 20.41C27.96 21.18 28.19 22.13 27.97 22.91C27.76 23.69 27.38 24.52 26.82 25.08C26.26 25.64 25.3 25.85 24.6 26.25C23.9 26.65 23.26 26.99 22.62 27.47C21.99 27.96 21.49 28.78 20.79 29.16C20.09 29.55 19.23 29.81 18.43 29.77C17.63 29.73 16.77 29.15 16 28.93C15.23 28.72 14.57 28.51 13.8 28.48C13.02 28.45 12.15 28.84 11.35 28.77C10.56 28.7 9.68 28.5 9.03 28.07C8.37 27.65 7.97 26.8 7.42 26.22C6.87 25.65 6.37 25.13 5.72 24.62C5.07 24.12 4.09 23.81 3.53 23.2C2.97 22.59 2.5 21.77 2.36 20.96C2.23 20.15 2.64 19.17 2.72 18.34C2.81 17.51 2.95 16.79 2.9 16C2.84 15.21 2.41 14.4 2.41 13.6C2.42 12.81 2.56 11.94 2.93 11.24C3.3 10.55 4.13 10.05 4.63 9.44C5.14 8.83 5.58 8.28 5.96 7.58C6.35 6.87 6.46 5.87 6.95 5.21C7.43 4.56 8.12 3.93 8.87 3.64C9.62 3.36 10.63 3.56 11.45 3.5C12.26 3.43 12.99 3.43 13.75 3.24C14.51 3.05 15.23 2.49 16 2.37C16.77 2.25 17.64 2.26 18.38 2.51C19.11 2.76 19.73 3.51 20.41 3.89C21.09 4.27 21.69 4.59 22.46 4.81C23.23 5.04 24.26 4.92 25.03 5.24C25.79 5.56 26.59 6.07 27.06 6.72C27.53 7.37 27.59 8.38 27.86 9.15C28.13 9.93 28.32 10.66 28.68 11.39C29.03 12.12 29.72 12.77 29.96 13.54C30.21 14.31 30.3 15.21 30.13 16Z';
const EMBLEM = 'M11.6 11H20.4M11.6 16H18.2M11.6 21H20.4';
const LEFT_HALF = 'M18.6 0L15.2 7.4L18.4 12.2L13.8 18.4L17.2 23.2L13.4 32H0V0Z';
const RIGHT_HALF = 'M18.6 0L15.2 7.4L18.4 12.2L13.8 18.4L17.2 23.2L13.4 32H32V0Z';
const WEDGE = 'M13.6 0L14.2 7.6L17 11.4L15 17.6L20.4 11.2L18.2 7L22 0Z';
const QUESTION = 'M12.6 12.9C12.6 8.9 19.5 8.9 19.5 12.9C19.5 15.6 16 15.5 16 18.6';

/** Says nothing to those who don't see it: the heading beside it says the same in words. */
export function createSeal(shape: SealShape): SVGSVGElement {
  return svg(
    'svg',
    { class: `seal ${shape}`, viewBox: '0 0 32 32', 'aria-hidden': 'true', focusable: 'false' },
    ...drawings[shape](),
  );
}

const path = (className: string, d: string, more: Readonly<Record<string, string>> = {}): SVGPathElement =>
  svg('path', { class: className, d, ...more });

const pressed = (): readonly SVGElement[] => [
  path('wax', BLOB),
  svg('circle', { class: 'ring', cx: '16', cy: '16', r: '10.2' }),
  path('emblem', EMBLEM),
];

const drawings: Record<SealShape, () => readonly SVGElement[]> = {
  whole: pressed,
  opening: () => [
    svg(
      'mask',
      { id: 'crack' },
      svg('rect', { width: '32', height: '32', fill: '#fff' }),
      path('', WEDGE, { fill: '#000' }),
    ),
    svg('g', { mask: 'url(#crack)' }, ...pressed()),
  ],
  broken: () => [
    svg('clipPath', { id: 'left' }, path('', LEFT_HALF)),
    svg('clipPath', { id: 'right' }, path('', RIGHT_HALF)),
    svg('g', { class: 'half left' }, svg('g', { 'clip-path': 'url(#left)' }, ...pressed())),
    svg('g', { class: 'half right' }, svg('g', { 'clip-path': 'url(#right)' }, ...pressed())),
  ],
  faded: () => [path('outline', BLOB)],
  struck: () => [path('outline', BLOB), path('strike', 'M4.5 27.5L27.5 4.5')],
  dotted: () => [path('outline dots', BLOB, { pathLength: '60' })],
  question: () => [
    path('outline', BLOB),
    path('strike', QUESTION),
    svg('circle', { class: 'point', cx: '16', cy: '22.6', r: '1.5' }),
  ],
};
