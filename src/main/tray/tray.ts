/** Electron's tray, made of what `menu.ts` says. */
import { join } from 'node:path';
import {
  Menu,
  type MenuItemConstructorOptions,
  nativeImage,
  type NativeImage,
  nativeTheme,
  Tray,
} from 'electron';
import type { TrayCommand, TrayItem, TrayView } from './menu.ts';
import { searchForTray, type TraySearch } from './search.ts';
import { hasTray } from './status-notifier.ts';

export interface TrayParts {
  /** The pictures; `npm run icons` makes and names them. */
  readonly folder: string;
  readonly view: () => Promise<TrayView>;
  readonly perform: (command: TrayCommand) => void;
  readonly onFound: (isThere: boolean) => void;
}

export interface ProgramTray {
  /** Whether this desktop shows it; false until that is known. */
  readonly isThere: boolean;
  /** Settles once `isThere` is to be relied on. */
  readonly settled: Promise<void>;
  /** Language, list or settings have changed. */
  refresh(): void;
  stop(): void;
}

export function createTray(parts: TrayParts): ProgramTray {
  return new SystemTray(parts);
}

class SystemTray implements ProgramTray {
  readonly #parts: TrayParts;
  readonly #search: TraySearch;
  #tray: Tray | null = null;
  #view: TrayView | null = null;
  #isStopped = false;

  constructor(parts: TrayParts) {
    this.#parts = parts;
    this.#search = searchForTray(hasTray, (isThere) => {
      if (isThere) this.#create();
      parts.onFound(isThere);
    });
    nativeTheme.on('updated', () => {
      if (this.#view !== null) this.#tray?.setImage(picture(parts.folder, this.#view.icon));
    });
  }

  get settled(): Promise<void> {
    return this.#search.settled;
  }

  get isThere(): boolean {
    return this.#tray !== null;
  }

  refresh(): void {
    void this.#draw();
  }

  stop(): void {
    this.#isStopped = true;
    this.#search.stop();
    this.#tray?.destroy();
    this.#tray = null;
  }

  #create(): void {
    const { folder, perform } = this.#parts;
    this.#tray = new Tray(picture(folder, 'plain'));
    this.#tray.on('click', () => {
      perform({ do: 'quick', mode: 'write' });
    });
    this.refresh();
  }

  async #draw(): Promise<void> {
    if (this.#tray === null) return;
    const view = await this.#parts.view();
    // The same again would close a menu that is open on Linux. It may have been stopped meanwhile.
    if (this.#isStopped || JSON.stringify(view) === JSON.stringify(this.#view)) return;
    if (view.icon !== (this.#view?.icon ?? 'plain')) {
      this.#tray.setImage(picture(this.#parts.folder, view.icon));
    }
    this.#view = view;
    this.#tray.setToolTip(view.toolTip);
    this.#attach(view.items.map((item) => this.#toTemplate(item)));
  }

  /** On macOS a tray with a menu of its own opens that instead of telling of a click. */
  #attach(template: MenuItemConstructorOptions[]): void {
    const menu = Menu.buildFromTemplate(template);
    if (process.platform !== 'darwin') {
      this.#tray?.setContextMenu(menu);
      return;
    }
    this.#tray?.removeAllListeners('right-click');
    this.#tray?.on('right-click', () => {
      this.#tray?.popUpContextMenu(menu);
    });
  }

  #toTemplate(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'label':
        return { label: escapeLabel(item.label), enabled: false };
      case 'submenu':
        return {
          label: escapeLabel(item.label),
          submenu: item.items.map((each) => this.#toTemplate(each)),
        };
      case 'command':
        return {
          label: escapeLabel(item.label),
          enabled: item.isEnabled ?? true,
          ...(item.isChecked === undefined ? {} : { type: 'checkbox', checked: item.isChecked }),
          click: () => {
            this.#parts.perform(item.command);
          },
        };
    }
  }
}

/** An ampersand marks the key of an item; one in a name is meant. */
const escapeLabel = (label: string): string => label.replaceAll('&', '&&');

function picture(folder: string, icon: TrayView['icon']): NativeImage {
  const name = icon === 'waiting' ? 'tray-waiting' : 'tray';
  if (process.platform === 'darwin') {
    const image = nativeImage.createFromPath(join(folder, `${name}Template.png`));
    image.setTemplateImage(true);
    return image;
  }
  const ground = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  return nativeImage.createFromPath(join(folder, `${name}-on-${ground}.png`));
}
