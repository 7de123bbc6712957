/** Global shortcuts: what may be one, how keys that are pressed become one, and how one is shown. Pure. */

export const modifiers = ['Control', 'Alt', 'Shift', 'Super', 'Command'] as const;
export type Modifier = (typeof modifiers)[number];

export interface Accelerator {
  readonly modifiers: readonly Modifier[];
  /** As Electron names it. */
  readonly key: string;
}

export type KeyPlatform = 'darwin' | 'win32' | 'linux' | 'other';

/** What a key press tells, as a keyboard event has it. */
export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Slash: '/',
};
const KEYS = new Set(Object.values(NAMED));
const FUNCTION_KEY = /^F([1-9]|1\d|2[0-4])$/;

/** The accelerator in what is stored, or null where it is none that may be chosen. */
export function parseAccelerator(text: string): Accelerator | null {
  const parts = text.split('+');
  const key = parts.at(-1) ?? '';
  const held = parts.slice(0, -1);
  if (!held.every(isModifier) || new Set(held).size !== held.length) return null;
  if (!/^[A-Z0-9]$/.test(key) && !FUNCTION_KEY.test(key) && !KEYS.has(key)) return null;
  const accelerator = { modifiers: modifiers.filter((each) => held.includes(each)), key };
  return isUncommon(accelerator) ? accelerator : null;
}

export const formatAccelerator = ({ modifiers: held, key }: Accelerator): string => [...held, key].join('+');

/**
 * Two modifiers, or one and a function key: what programs and systems use for themselves is mostly one modifier
 * and a letter, and is not taken from them.
 */
function isUncommon({ modifiers: held, key }: Accelerator): boolean {
  const strong = held.filter((each) => each !== 'Shift').length;
  if (FUNCTION_KEY.test(key)) return strong >= 1 && !(held.length === 1 && held[0] === 'Alt' && key === 'F4');
  return strong >= 1 && held.length >= 2;
}

const isModifier = (text: string): text is Modifier => modifiers.some((each) => each === text);

export type Recorded =
  /** Only modifiers are held so far. */
  | { readonly kind: 'partial'; readonly modifiers: readonly Modifier[] }
  | { readonly kind: 'complete'; readonly accelerator: string }
  /** A key that is none for a shortcut, or too common a combination. */
  | { readonly kind: 'unfit' };

/** What a person presses while keys are recorded. The place of the key counts: with Alt it may write anything. */
export function recordKeys(press: KeyPress, platform: KeyPlatform): Recorded {
  const held: Modifier[] = [
    ...(press.ctrlKey ? (['Control'] as const) : []),
    ...(press.altKey ? (['Alt'] as const) : []),
    ...(press.shiftKey ? (['Shift'] as const) : []),
    ...(press.metaKey ? ([platform === 'darwin' ? 'Command' : 'Super'] as const) : []),
  ];
  if (/^(Control|Alt|Shift|Meta|OS)(Left|Right)?$/.test(press.code))
    return { kind: 'partial', modifiers: held };
  const key = keyOf(press.code);
  const text = key === null ? '' : formatAccelerator({ modifiers: held, key });
  return parseAccelerator(text) === null ? { kind: 'unfit' } : { kind: 'complete', accelerator: text };
}

function keyOf(code: string): string | null {
  const plain = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  if (plain !== null) return plain[1] ?? plain[2] ?? null;
  if (FUNCTION_KEY.test(code)) return code;
  return NAMED[code] ?? null;
}

const SHOWN: Readonly<Record<KeyPlatform, Readonly<Record<Modifier, string>>>> = {
  darwin: { Control: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘', Command: '⌘' },
  win32: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Super: 'Win', Command: 'Win' },
  linux: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Super: 'Super', Command: 'Super' },
  other: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Super: 'Super', Command: 'Super' },
};

const ARROWS: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** Its keys as this platform prints them, one by one. */
export function shownKeys(accelerator: string, platform: KeyPlatform): readonly string[] {
  const parsed = parseAccelerator(accelerator);
  if (parsed === null) return [accelerator];
  return [...shownModifiers(parsed.modifiers, platform), ARROWS[parsed.key] ?? parsed.key];
}

export const shownModifiers = (held: readonly Modifier[], platform: KeyPlatform): readonly string[] =>
  held.map((each) => SHOWN[platform][each]);
