import { h, svg } from './dom.ts';
import { createSeal, type SealShape } from './seal.ts';

export interface Letter {
  readonly seal: SealShape;
  /** How much of the envelope is seen: its closed flap, or the sheet that came out of it. */
  readonly form: 'envelope' | 'sheet';
  readonly title: string;
  readonly content: readonly (Node | null)[];
}

/** The one piece of paper on the desk. Its heading can take the focus, so that a change is read aloud. */
export function createLetter({ seal, form, title, content }: Letter): HTMLElement {
  return h(
    'article',
    { class: `letter ${form}` },
    h('div', { class: 'flap' }, form === 'envelope' ? createFlap() : null, createSeal(seal)),
    h('div', { class: 'text' }, h('h1', { tabindex: '-1' }, title), ...content),
  );
}

function createFlap(): SVGSVGElement {
  const edge = 'M0 0L45.5 88.6Q50 97.4 54.5 88.6L100 0';
  return svg(
    'svg',
    {
      class: 'fold',
      viewBox: '0 0 100 100',
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    svg('path', { class: 'fold-face', d: `${edge}Z` }),
    svg('path', { class: 'fold-edge', d: edge }),
  );
}
