import { describe, expect, it } from 'vitest';
import {
  editMenu,
  type EditState,
  menuBar,
  type MenuEntry,
  type MenuRole,
} from '../../../src/main/menu/menu-model.ts';
import type { ProgramCommand } from '../../../src/shared/bridge/program.ts';
import { speakIn } from '../../../src/main/words/speak.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;
const nameOf = (entry: MenuEntry): string => {
  if (entry === 'separator') return entry;
  if ('action' in entry) return entry.action;
  return 'role' in entry ? entry.role : entry.command;
};
const namesOf = (platform: NodeJS.Platform): string[] =>
  menuBar(platform).flatMap(({ entries }) => entries.map(nameOf));

describe('the menu bar', () => {
  it('follows each platform’s order', () => {
    expect(menuBar('darwin').map(({ name }) => name)).toEqual([
      'app',
      'file',
      'edit',
      'view',
      'window',
      'help',
    ]);
    expect(menuBar('win32').map(({ name }) => name)).toEqual(['file', 'edit', 'view', 'help']);
    expect(menuBar('linux')).toEqual(menuBar('win32'));
  });
  it.each(platforms)('has the same commands on %s, each once', (platform) => {
    const commands = [
      'compose',
      'sent',
      'open',
      'settings',
      'accounts',
      'palette',
      'keys',
      'about',
      'licences',
      'export',
    ];
    for (const command of [...commands, 'introduction', 'lock', 'quit', 'closeWindow', 'undo', 'paste']) {
      expect(namesOf(platform).filter((name) => name === command)).toEqual([command]);
    }
  });
  it.each(platforms)('offers nothing on %s that would lose or show what is being written', (platform) => {
    for (const role of ['reload', 'forceReload', 'toggleDevTools'])
      expect(namesOf(platform)).not.toContain(role);
  });
  it.each(platforms)('gives no key twice on %s, and begins and ends no menu with a line', (platform) => {
    const keys = menuBar(platform).flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        typeof entry === 'object' && 'accelerator' in entry ? [entry.accelerator] : [],
      ),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const { entries } of menuBar(platform)) {
      expect([entries[0], entries.at(-1)]).not.toContain('separator');
    }
  });
  it('has words for everything in both languages', () => {
    const [english, spanish] = [speakIn('en'), speakIn('es')];
    for (const entry of menuBar('darwin').flatMap(({ entries }) => entries)) {
      if (entry === 'separator') continue;
      const key = `menu.${nameOf(entry) as MenuRole | ProgramCommand | 'lock'}` as const;
      expect(english(key)).not.toContain('menu.');
      expect(spanish(key)).not.toContain('menu.');
    }
  });
});

describe('the menu at the pointer', () => {
  const nothing: EditState = {
    ...{ isEditable: false, canUndo: false, canRedo: false, canCut: false },
    ...{ canCopy: false, canPaste: false, canSelectAll: false },
  };
  it('is not there where there is neither a field nor a selection', () => {
    expect(editMenu(nothing)).toEqual([]);
  });
  it('copies a selection that cannot be changed', () => {
    expect(editMenu({ ...nothing, canCopy: true, canSelectAll: true })).toEqual([{ role: 'copy' }]);
  });
  it('offers in a field what can be done, and shows the rest as not possible now', () => {
    const menu = editMenu({ ...nothing, isEditable: true, canPaste: true });
    expect(menu.map(nameOf)).toEqual([
      ...['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'separator', 'selectAll'],
    ]);
    expect(menu).toContainEqual({ role: 'paste', isEnabled: true });
    expect(menu).toContainEqual({ role: 'copy', isEnabled: false });
  });
});
