/** The tray's items as the panel sees them: over D-Bus. */
import { expect } from '@playwright/test';
import { TRAY_WATCHER } from '../../../scripts/desktop/panel.ts';
import { bus } from './session-bus.ts';

export interface MenuEntry {
  readonly id: number;
  readonly label: string;
  readonly isEnabled: boolean;
  readonly toggle: number | null;
  readonly children: readonly MenuEntry[];
}

export interface TrayItem {
  /** As a click on the icon does. */
  activate(): Promise<void>;
  menu(): Promise<readonly MenuEntry[]>;
  /** As choosing the entry does. */
  choose(entry: MenuEntry): Promise<void>;
  property(name: string): Promise<unknown>;
}

/** The one item the watcher knows. */
export async function findTrayItem(): Promise<TrayItem> {
  const items = async (): Promise<string[]> =>
    (await bus(
      'get-property',
      TRAY_WATCHER,
      '/StatusNotifierWatcher',
      TRAY_WATCHER,
      'RegisteredStatusNotifierItems',
    )) as string[];
  await expect.poll(items).toHaveLength(1);
  const [item = ''] = await items();
  const slash = item.indexOf('/');
  const [name, path] = [item.slice(0, slash), item.slice(slash)];
  const sni = 'org.kde.StatusNotifierItem';
  const property = (which: string): Promise<unknown> => bus('get-property', name, path, sni, which);
  const menuPath = (await property('Menu')) as string;
  return {
    property,
    activate: async () => {
      await bus('call', name, path, sni, 'Activate', 'ii', '0', '0');
    },
    menu: async () => {
      const layout = await bus(
        'call',
        name,
        menuPath,
        'com.canonical.dbusmenu',
        'GetLayout',
        'iias',
        '0',
        '-1',
        '0',
      );
      return toEntry((layout as [number, unknown])[1]).children;
    },
    choose: async ({ id }) => {
      const event = ['isvu', String(id), 'clicked', 'i', '0', '0'];
      await bus('call', name, menuPath, 'com.canonical.dbusmenu', 'Event', ...event);
    },
  };
}

interface Variant {
  readonly data: unknown;
}

function toEntry(layout: unknown): MenuEntry {
  const [id, properties, children] = layout as [number, Record<string, Variant>, Variant[]];
  const label = properties['label']?.data;
  const toggle = properties['toggle-state']?.data;
  return {
    id,
    label: typeof label === 'string' ? label.replaceAll('__', '_') : '',
    isEnabled: properties['enabled']?.data !== false,
    toggle: typeof toggle === 'number' ? toggle : null,
    children: children.map(({ data }) => toEntry(data)),
  };
}

export function entryOf(entries: readonly MenuEntry[], label: string | RegExp): MenuEntry {
  const found = entries.find((entry) =>
    typeof label === 'string' ? entry.label === label : label.test(entry.label),
  );
  if (found === undefined)
    throw new Error(`no ${String(label)} in: ${entries.map((entry) => entry.label).join(', ')}`);
  return found;
}
