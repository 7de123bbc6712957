/** Puts the menus' models into Electron's hands. */
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { ProgramCommand } from '../../shared/bridge/program.ts';
import type { Speak } from '../words/speak.ts';
import { editMenu, menuBar, type MenuEntry } from './menu-model.ts';

export interface MenuParts {
  readonly speak: () => Speak;
  readonly onCommand: (command: ProgramCommand) => void;
  readonly onLock: () => void;
}

function templateOf(
  entries: readonly MenuEntry[],
  { speak, onCommand, onLock }: MenuParts,
): MenuItemConstructorOptions[] {
  const say = speak();
  return entries.map((entry): MenuItemConstructorOptions => {
    if (entry === 'separator') return { type: 'separator' };
    if ('role' in entry) {
      const { role, isEnabled = true } = entry;
      return {
        role: role === 'closeWindow' ? 'close' : role,
        label: say(`menu.${role}`),
        enabled: isEnabled,
      };
    }
    if ('action' in entry) {
      return { label: say(`menu.${entry.action}`), accelerator: entry.accelerator, click: onLock };
    }
    const { command, accelerator } = entry;
    return {
      label: say(`menu.${command}`),
      ...(accelerator !== undefined && { accelerator }),
      // The window listens to its keys itself, and knows whether somebody is writing; here they are shown.
      registerAccelerator: false,
      click: () => {
        onCommand(command);
      },
    };
  });
}

/** The menu bar in the language that is spoken now. */
export function setMenuBar(parts: MenuParts): void {
  const say = parts.speak();
  const bar = menuBar(process.platform).map(({ name, entries }): MenuItemConstructorOptions => {
    // On macOS a key of the menu bar never reaches the window, so a bare "?" would be taken from whoever writes.
    const shown = process.platform === 'darwin' ? entries.map(withoutBareKey) : entries;
    return { label: name === 'app' ? app.name : say(`menu.${name}`), submenu: templateOf(shown, parts) };
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar));
}

const withoutBareKey = (entry: MenuEntry): MenuEntry =>
  typeof entry === 'object' && 'command' in entry && entry.accelerator === '?'
    ? { command: entry.command }
    : entry;

/** The menu at the pointer, in every window. It is told what can be done, and asks for nothing more. */
export function offerEditMenu(contents: WebContents, parts: MenuParts): void {
  contents.on('context-menu', (_event, { isEditable, editFlags }) => {
    const template = templateOf(editMenu({ isEditable, ...editFlags }), parts);
    const window = BrowserWindow.fromWebContents(contents);
    if (template.length > 0 && window !== null) Menu.buildFromTemplate(template).popup({ window });
  });
}
