import { svg } from './dom.ts';

// Of one family: 24 × 24, one stroke, round ends. Drawn for this page.
const PATHS = {
  copy: ['M9 9h10v11H9z', 'M15 9V4H5v11h4'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  save: ['M12 4v11', 'M7.5 11L12 15.5 16.5 11', 'M5 20h14'],
  eye: [
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 9.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  ],
  eyeOff: [
    'M4 4l16 16',
    'M9.5 5.9A9 9 0 0112 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 01-2.7 3.4',
    'M6.2 7.4A16 16 0 002.5 12S6 18.5 12 18.5a9 9 0 003.6-.7',
  ],
  person: ['M12 4.5a3.6 3.6 0 100 7.2 3.6 3.6 0 000-7.2z', 'M5 20c.6-3.6 3.3-5.5 7-5.5s6.4 1.9 7 5.5'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 017 0v3'],
  warn: ['M12 4.5L21 19.5H3z', 'M12 10.5v4', 'M12 17.2v.1'],
  clear: ['M6 6l12 12', 'M18 6L6 18'],
  again: ['M19.5 12a7.5 7.5 0 11-2.2-5.3L19.5 9', 'M19.5 4.5V9H15'],
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside a word, never instead of one. */
export const createIcon = (name: IconName): SVGSVGElement =>
  svg(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    ...PATHS[name].map((d) => svg('path', { d })),
  );
