/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- a fake shaped as Electron's own types say */
import type { Clipboard, ClipboardItem } from 'electron';
import { expect, it, vi } from 'vitest';
import { newForm, type NewClipboard, oldForm } from '../../../src/main/clipboard/clipboard.ts';

// Both forms are given to it here; the real one is nowhere outside Electron.
vi.mock('electron', () => ({ clipboard: {} }));

/** As electron.d.ts of 45 describes an item. */
class FakeItem implements ClipboardItem {
  readonly #items: Record<string, string | Blob>;
  constructor(items: Record<string, string | Blob>) {
    this.#items = items;
  }
  get types(): string[] {
    return Object.keys(this.#items);
  }
  // What Electron's own overloads say cannot be said shorter.
  getType = ((type: string) => {
    const item = this.#items[type];
    return item === undefined ? Promise.reject(new Error('no such type')) : Promise.resolve(new Blob([item]));
  }) as ClipboardItem['getType'];
}

function fakeNew() {
  let items: ClipboardItem[] = [];
  const log: string[] = [];
  const clipboard = {
    clear: () => {
      items = [];
    },
    read: () => Promise.resolve(items),
    write: (data: ClipboardItem[]) => {
      log.push('write');
      items = data;
      return Promise.resolve();
    },
    writeText: (text: string) => {
      items = [new FakeItem({ 'text/plain': text })];
      return Promise.resolve();
    },
    selection: { clear: () => log.push('primary cleared') } as unknown as Clipboard,
  } satisfies NewClipboard;
  return { clipboard, log, items: () => items };
}

const textOf = async (item: ClipboardItem | undefined, type: string): Promise<string> =>
  ((await (item as FakeItem).getType(type)) as Blob).text();

it.each([
  ['linux', { 'x-kde-passwordManagerHint': 'secret' }],
  ['darwin', { 'org.nspasteboard.ConcealedType': '1' }],
  [
    'win32',
    {
      ExcludeClipboardContentFromMonitorProcessing: '\0\0\0\0',
      CanIncludeInClipboardHistory: '\0\0\0\0',
      CanUploadToCloudClipboard: '\0\0\0\0',
    },
  ],
] as const)('since 44, writes text and the marks of %s in one piece', async (platform, marks) => {
  const { clipboard, log, items } = fakeNew();
  const system = newForm(clipboard, (parts) => new FakeItem(parts), platform);
  await system.writeMarked?.('a password');
  expect(log).toEqual(['write']);
  expect(items()).toHaveLength(1);
  expect(await textOf(items()[0], 'text/plain')).toBe('a password');
  for (const [format, value] of Object.entries(marks)) {
    expect(await textOf(items()[0], `electron application/osclipboard;format="${format}"`)).toBe(value);
  }
});

it('since 44, tells the formats, clears, and clears the primary selection', async () => {
  const { clipboard, log } = fakeNew();
  const system = newForm(clipboard, (parts) => new FakeItem(parts), 'linux');
  await system.writeLink('http://127.0.0.1:1/s/x');
  expect(await system.formats()).toEqual(['text/plain']);
  await system.clear();
  expect(await system.formats()).toEqual([]);
  await system.clearPrimary();
  expect(log).toEqual(['primary cleared']);
});

it('since 44, can mark nothing on a platform that has no marks', () => {
  expect(newForm(fakeNew().clipboard, (parts) => new FakeItem(parts), 'freebsd').writeMarked).toBeNull();
});

it('before 44, does the same at once, and can mark nothing', async () => {
  const log: string[] = [];
  const system = oldForm(
    {
      clear: (type = 'clipboard') => log.push(`clear ${type}`),
      availableFormats: () => ['text/plain'],
      writeText: (text) => log.push(text),
    },
    'linux',
  );
  await system.writeLink('link');
  await system.clear();
  await system.clearPrimary();
  expect(log).toEqual(['link', 'clear clipboard', 'clear selection']);
  expect(await system.formats()).toEqual(['text/plain']);
  expect(system.writeMarked).toBeNull();
});

it('touches no primary selection where there is none', async () => {
  const log: string[] = [];
  const clipboard = {
    clear: () => log.push('clear'),
    availableFormats: () => [],
    writeText: () => undefined,
  };
  await oldForm(clipboard, 'win32').clearPrimary();
  expect(log).toEqual([]);
});
