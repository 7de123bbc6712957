import { beforeEach, expect, it } from 'vitest';
import type { Settings } from '../../../src/shared/bridge/models.ts';
import { quickDefaults } from '../../../src/shared/bridge/quick-settings.ts';
import { createShortcuts, type ShortcutParts } from '../../../src/main/shortcuts/shortcuts.ts';

let current: Settings;
let taken: Map<string, () => void>;
let foreign: Set<string>;
let pressed: string[];

beforeEach(() => {
  current = { ...quickDefaults } as Settings;
  taken = new Map();
  foreign = new Set();
  pressed = [];
});

const assemble = (more: Partial<ShortcutParts> = {}) =>
  createShortcuts({
    registrar: {
      register: (accelerator, press) => {
        if (foreign.has(accelerator) || taken.has(accelerator)) return false;
        taken.set(accelerator, press);
        return true;
      },
      unregister: (accelerator) => taken.delete(accelerator),
    },
    settings: {
      get current() {
        return current;
      },
      change: (part) => (current = { ...current, ...part }),
    },
    obstacle: null,
    press: (mode) => pressed.push(mode),
    onChange: () => undefined,
    ...more,
  });

it('takes nothing until it is chosen', () => {
  const shortcuts = assemble();
  shortcuts.apply();
  expect(taken.size).toBe(0);
  expect(shortcuts.state.write).toEqual({ accelerator: null, status: 'off' });
});

it('takes what is chosen, tells which was pressed, and lets go of the one before', () => {
  const shortcuts = assemble();
  expect(shortcuts.set('clipboard', 'Control+Alt+S')).toBe('stored');
  taken.get('Control+Alt+S')?.();
  expect(pressed).toEqual(['clipboard']);
  expect(shortcuts.set('clipboard', 'Control+Alt+T')).toBe('stored');
  expect([...taken.keys()]).toEqual(['Control+Alt+T']);
  expect(shortcuts.set('clipboard', null)).toBe('stored');
  expect(taken.size).toBe(0);
});

it('keeps the one before when the system refuses the new one', () => {
  const shortcuts = assemble();
  shortcuts.set('write', 'Control+Alt+S');
  foreign.add('Control+Alt+T');
  expect(shortcuts.set('write', 'Control+Alt+T')).toBe('refused');
  expect(shortcuts.state.write).toEqual({ accelerator: 'Control+Alt+S', status: 'on' });
  expect(taken.has('Control+Alt+S')).toBe(true);
});

it('gives one combination to one of the two, and none to what is too common', () => {
  const shortcuts = assemble();
  shortcuts.set('write', 'Control+Alt+S');
  expect(shortcuts.set('clipboard', 'Control+Alt+S')).toBe('taken-by-other');
  expect(shortcuts.set('clipboard', 'Control+C')).toBe('not-a-shortcut');
});

it('says at the start that a chosen one could not be had', () => {
  foreign.add('Control+Alt+S');
  current = { ...current, shortcutWrite: 'Control+Alt+S' };
  const shortcuts = assemble();
  shortcuts.apply();
  expect(shortcuts.state.write.status).toBe('refused');
  expect(shortcuts.isRefused).toBe(true);
});

it('takes none on a desktop that gives none', () => {
  const shortcuts = assemble({ obstacle: 'wayland' });
  expect(shortcuts.set('write', 'Control+Alt+S')).toBe('refused');
  expect(taken.size).toBe(0);
});

it('lets go of both while keys are recorded, and takes them again', () => {
  const shortcuts = assemble();
  shortcuts.set('write', 'Control+Alt+S');
  shortcuts.record(true);
  expect(taken.size).toBe(0);
  shortcuts.record(false);
  expect([...taken.keys()]).toEqual(['Control+Alt+S']);
});

it('stores nothing where storing fails, and says so', () => {
  const shortcuts = assemble({
    settings: {
      get current() {
        return current;
      },
      change: () => {
        throw new Error('disk full');
      },
    },
  });
  expect(shortcuts.set('write', 'Control+Alt+S')).toBe('storage');
  expect(taken.size).toBe(0);
});
