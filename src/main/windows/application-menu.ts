/**
 * The program's menu instead of Electron's, which has reloading, with which a text that is being written would be
 * gone, and the developer's tools. Zooming and editing keys are the menu's on every system.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Speak } from '../words/speak.ts';

/** @param speak the words in the language chosen at that moment */
export function serveMenu(speak: () => Speak): void {
  const show = (): void => {
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(speak())));
  };
  show();
  // The language may have been changed in the window that is left or come back to.
  app.on('browser-window-focus', show);
}

function template(t: Speak): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    ...(isMac
      ? [{ role: 'appMenu' } as const]
      : [{ label: t('menu.file'), submenu: [{ role: 'quit' as const, label: t('menu.quit') }] }]),
    {
      label: t('menu.edit'),
      submenu: [
        { role: 'undo', label: t('menu.undo') },
        { role: 'redo', label: t('menu.redo') },
        { type: 'separator' },
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        { role: 'zoomIn', label: t('menu.zoomIn') },
        { role: 'zoomOut', label: t('menu.zoomOut') },
        { role: 'resetZoom', label: t('menu.zoomReset') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: t('menu.fullScreen') },
        ...developer,
      ],
    },
    {
      label: t('menu.window'),
      submenu: [
        { role: 'minimize', label: t('menu.minimise') },
        { role: 'close', label: t('menu.close') },
      ],
    },
  ];
}
