/** What the program's menu and the menu of a text field have to offer: which items, in which order. No Electron. */
import type { ProgramCommand } from '../../shared/bridge/program.ts';

/** What the platform itself knows how to do, by Electron's names. */
export type MenuRole =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'togglefullscreen'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'closeWindow'
  | 'quit';

export type MenuEntry =
  | 'separator'
  | { readonly role: MenuRole; readonly isEnabled?: boolean }
  | {
      readonly command: ProgramCommand;
      /** In Electron's writing. */
      readonly accelerator?: string;
    }
  /** Done by the main process itself, whatever the window is busy with. */
  | { readonly action: 'lock'; readonly accelerator: string };

export interface MenuModel {
  readonly name: 'app' | 'file' | 'edit' | 'view' | 'window' | 'help';
  readonly entries: readonly MenuEntry[];
}

const roles = (...names: readonly MenuRole[]): readonly MenuEntry[] => names.map((role) => ({ role }));

const compose: MenuEntry = { command: 'compose', accelerator: 'CmdOrCtrl+N' };
const settings: MenuEntry = { command: 'settings', accelerator: 'CmdOrCtrl+,' };

const exporting: MenuEntry = { command: 'export' };
const lock: MenuEntry = { action: 'lock', accelerator: 'CmdOrCtrl+L' };

const edit: MenuModel = {
  name: 'edit',
  entries: [...roles('undo', 'redo'), 'separator', ...roles('cut', 'copy', 'paste', 'selectAll')],
};

const view: MenuModel = {
  name: 'view',
  entries: [
    { command: 'palette', accelerator: 'CmdOrCtrl+K' },
    'separator',
    { command: 'sent', accelerator: 'CmdOrCtrl+2' },
    { command: 'open', accelerator: 'CmdOrCtrl+3' },
    { command: 'accounts' },
    'separator',
    // Neither reloading nor developer tools: both would cost, or show, what somebody is writing.
    ...roles('resetZoom', 'zoomIn', 'zoomOut'),
    'separator',
    ...roles('togglefullscreen'),
  ],
};

const help: readonly MenuEntry[] = [
  { command: 'keys', accelerator: '?' },
  { command: 'introduction' },
  { command: 'licences' },
];

/** The menu bar, in the order of the platform. */
export function menuBar(platform: NodeJS.Platform): readonly MenuModel[] {
  if (platform !== 'darwin') {
    return [
      {
        name: 'file',
        entries: [
          compose,
          exporting,
          'separator',
          settings,
          lock,
          'separator',
          ...roles('closeWindow', 'quit'),
        ],
      },
      edit,
      view,
      { name: 'help', entries: [...help, 'separator', { command: 'about' }] },
    ];
  }
  const hiding = roles('hide', 'hideOthers', 'unhide');
  return [
    {
      name: 'app',
      entries: [
        ...[{ command: 'about' } as const, 'separator' as const, settings, 'separator' as const],
        ...[...roles('services'), 'separator' as const, ...hiding, 'separator' as const, ...roles('quit')],
      ],
    },
    { name: 'file', entries: [compose, exporting, 'separator', lock, ...roles('closeWindow')] },
    edit,
    view,
    { name: 'window', entries: roles('minimize', 'zoom', 'front') },
    { name: 'help', entries: help },
  ];
}

/** What can be done where the pointer is. Never what is written there. */
export interface EditState {
  readonly isEditable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canCut: boolean;
  readonly canCopy: boolean;
  readonly canPaste: boolean;
  readonly canSelectAll: boolean;
}

/** The menu of a text field, or of a selected text; empty where there is neither. */
export function editMenu(state: EditState): readonly MenuEntry[] {
  if (!state.isEditable) return state.canCopy ? [{ role: 'copy' }] : [];
  return [
    { role: 'undo', isEnabled: state.canUndo },
    { role: 'redo', isEnabled: state.canRedo },
    'separator',
    { role: 'cut', isEnabled: state.canCut },
    { role: 'copy', isEnabled: state.canCopy },
    { role: 'paste', isEnabled: state.canPaste },
    'separator',
    { role: 'selectAll', isEnabled: state.canSelectAll },
  ];
}
