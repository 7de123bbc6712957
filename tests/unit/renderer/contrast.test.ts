/**
 * The contrast of the tokens, by WCAG 2.2: 4.5:1 for every text (AA), 7:1 for body text (AAA), 3:1 for what marks
 * a control, its focus or a state.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = readFileSync(
  resolve(import.meta.dirname, '../../../src/renderer/ui/styles/tokens.css'),
  'utf8',
);

type Rgb = readonly [number, number, number];
interface Colour {
  readonly rgb: Rgb;
  readonly alpha: number;
}
type Theme = 'light' | 'dark';

const hex = (text: string): Rgb => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  return [r, g, b];
};

function parse(text: string): Colour {
  if (text.startsWith('#')) return { rgb: hex(text), alpha: 1 };
  const parts = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(text);
  if (parts === null) throw new Error(`not a colour this test can read: ${text}`);
  const [r = 0, g = 0, b = 0, alpha = 0] = parts.slice(1).map(Number);
  return { rgb: [r, g, b], alpha: alpha / 100 };
}

const COLOUR = '#[0-9a-f]{6}|rgb\\([^)]*\\)';
const PAIR = new RegExp(`--([a-z-]+): light-dark\\((${COLOUR}), (${COLOUR})\\)`, 'g');

/** The tokens of a block of the file by their names. */
function tokensOf(css: string, theme: Theme): ReadonlyMap<string, Colour> {
  const pairs = [...css.matchAll(PAIR)];
  return new Map(
    pairs.map(([, name = '', light = '', dark = '']) => [name, parse(theme === 'light' ? light : dark)]),
  );
}

const [usualCss = '', moreCss = ''] = source.split('@media (prefers-contrast: more)');

const over = (top: Colour, under: Rgb): Rgb => {
  const mix = (at: 0 | 1 | 2): number => top.rgb[at] * top.alpha + under[at] * (1 - top.alpha);
  return [mix(0), mix(1), mix(2)];
};

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Text on grounds; a ground of several is painted one over the other. */
interface Rule {
  readonly text: string;
  readonly on: readonly (readonly string[])[];
  readonly least: number;
}

const papers = [['paper'], ['desk'], ['sheet'], ['float']];
const washed = papers.flatMap(([paper = '']) => [
  [paper, 'wash'],
  [paper, 'wash-strong'],
]);

const rules: readonly Rule[] = [
  {
    text: 'ink',
    on: [...papers, ...washed, ['good-wash'], ['warn-wash'], ['bad-wash'], ['selection']],
    least: 7,
  },
  { text: 'ink-soft', on: papers, least: 7 },
  { text: 'ink-soft', on: [...washed, ['good-wash'], ['warn-wash'], ['bad-wash']], least: 4.5 },
  { text: 'ink-faint', on: papers, least: 4.5 },
  { text: 'good', on: [...papers, ['good-wash']], least: 4.5 },
  { text: 'warn', on: [...papers, ['warn-wash']], least: 4.5 },
  { text: 'bad', on: [...papers, ['bad-wash']], least: 4.5 },
  { text: 'on-wax', on: [['wax'], ['wax-hover'], ['wax-press']], least: 4.5 },
  { text: 'paper', on: [['ink']], least: 7 },
  { text: 'line-strong', on: [['paper'], ['sheet'], ['float'], ['desk']], least: 3 },
  { text: 'focus', on: papers, least: 3 },
  { text: 'wax-mark', on: papers, least: 3 },
  { text: 'on-wax', on: [['wax-mark']], least: 3 },
];

function failuresIn(tokens: ReadonlyMap<string, Colour>): string[] {
  const colour = (name: string): Colour => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`there is no token ${name}`);
    return found;
  };
  const paint = (names: readonly string[]): Rgb =>
    names.reduce<Rgb>((under, name) => over(colour(name), under), [0, 0, 0]);
  return rules.flatMap(({ text, on, least }) =>
    on.flatMap((ground) => {
      const under = paint(ground);
      const ratio = contrast(over(colour(text), under), under);
      return ratio >= least ? [] : [`${text} on ${ground.join(' + ')}: ${ratio.toFixed(2)} < ${least}`];
    }),
  );
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const usual = tokensOf(usualCss, theme);
  it('every text reaches AA and body text AAA', () => {
    expect(failuresIn(usual)).toEqual([]);
  });
  it('so it does where the person asks for more contrast, with lines to be seen too', () => {
    const more = new Map([...usual, ...tokensOf(moreCss, theme)]);
    expect(failuresIn(more)).toEqual([]);
    const paper = more.get('paper');
    const line = more.get('line');
    if (paper === undefined || line === undefined) throw new Error('a token is missing');
    expect(contrast(line.rgb, paper.rgb)).toBeGreaterThanOrEqual(3);
  });
});
