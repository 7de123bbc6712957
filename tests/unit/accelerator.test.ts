import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAccelerator,
  type KeyPress,
  parseAccelerator,
  recordKeys,
  shownKeys,
} from '../../src/shared/accelerator.ts';
import { acceleratorSchema } from '../../src/shared/bridge/quick-settings.ts';

const press = (code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false },
  ...held,
});

describe('recording', () => {
  it('takes two modifiers and a key by its place, whatever it writes', () => {
    expect(recordKeys(press('KeyS', { ctrlKey: true, altKey: true }), 'linux')).toEqual({
      kind: 'complete',
      accelerator: 'Control+Alt+S',
    });
    expect(recordKeys(press('Digit1', { metaKey: true, shiftKey: true }), 'darwin')).toEqual({
      kind: 'complete',
      accelerator: 'Shift+Command+1',
    });
    expect(recordKeys(press('F8', { metaKey: true }), 'win32')).toMatchObject({ accelerator: 'Super+F8' });
  });

  it('waits while only modifiers are held', () => {
    expect(recordKeys(press('AltLeft', { ctrlKey: true, altKey: true }), 'linux')).toEqual({
      kind: 'partial',
      modifiers: ['Control', 'Alt'],
    });
  });

  it.each([
    ['a letter alone', press('KeyS')],
    ['what every program uses', press('KeyC', { ctrlKey: true })],
    ['a capital', press('KeyS', { shiftKey: true })],
    ['the key that closes windows', press('F4', { altKey: true })],
    ['a key that is none for a shortcut', press('MediaPlayPause', { ctrlKey: true, altKey: true })],
  ])('does not take %s', (_what, pressed) => {
    expect(recordKeys(pressed, 'linux').kind).toBe('unfit');
  });

  it('gives only what can be stored and read again', () => {
    const code = fc.constantFrom(
      'KeyA',
      'KeyZ',
      'Digit0',
      'F1',
      'F24',
      'Space',
      'Comma',
      'Backslash',
      'Quote',
    );
    const flags = {
      ctrlKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
      metaKey: fc.boolean(),
    };
    fc.assert(
      fc.property(fc.record({ code, ...flags }), (pressed) => {
        const recorded = recordKeys(pressed, 'linux');
        if (recorded.kind !== 'complete') return;
        expect(acceleratorSchema.safeParse(recorded.accelerator).success).toBe(true);
        const parsed = parseAccelerator(recorded.accelerator);
        expect(parsed === null ? null : formatAccelerator(parsed)).toBe(recorded.accelerator);
      }),
    );
  });
});

it('shows keys as each platform prints them', () => {
  expect(shownKeys('Control+Alt+Up', 'linux')).toEqual(['Ctrl', 'Alt', '↑']);
  expect(shownKeys('Control+Shift+Command+K', 'darwin')).toEqual(['⌃', '⇧', '⌘', 'K']);
  expect(shownKeys('Shift+Super+K', 'win32')).toEqual(['Shift', 'Win', 'K']);
});

it('reads nothing that may not be chosen', () => {
  for (const text of [
    '',
    'K',
    'Control+',
    'Control+Control+K',
    'Hyper+Alt+K',
    'Control+Alt+Delete',
    'Control+C',
  ]) {
    expect(parseAccelerator(text)).toBeNull();
  }
});
