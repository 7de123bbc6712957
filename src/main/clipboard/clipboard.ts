/**
 * The one file that touches the system's clipboard, in both forms Electron gives it: up to 43 it answers at once
 * and writes one format after another, since 44 it answers later and writes several formats in one piece.
 * It never reads a text: what the clipboard holds is compared by a window (docs/decisions/0020).
 */
// All of it, because an older line lacks a name that a newer one has, and a missing name ends the program at once.
// eslint-disable-next-line no-restricted-imports -- this is the clipboard's home
import * as electron from 'electron';

/** Formats other programs look for before they keep what was copied. */
const MARKS: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<string, string>>>>> = {
  // https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats: a DWORD of zero each.
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: '\0\0\0\0',
    CanIncludeInClipboardHistory: '\0\0\0\0',
    CanUploadToCloudClipboard: '\0\0\0\0',
  },
  // https://nspasteboard.org: its presence says it.
  darwin: { 'org.nspasteboard.ConcealedType': '1' },
  // Asked for by KDE's Klipper, taken up by others.
  linux: { 'x-kde-passwordManagerHint': 'secret' },
};

export interface SystemClipboard {
  clear(): Promise<void>;
  /**
   * Chromium puts what is copied into Linux's primary selection too, where a middle click pastes it. Nothing of
   * ours stays there. Elsewhere there is none.
   */
  clearPrimary(): Promise<void>;
  /** What is in it, by name. */
  formats(): Promise<readonly string[]>;
  /** For a link that the main process knows anyway. */
  writeLink(link: string): Promise<void>;
  /** Writes a text with the marks of this platform, in one piece; null where this Electron cannot. */
  readonly writeMarked: ((text: string) => Promise<void>) | null;
}

/** Up to Electron 43. */
export interface OldClipboard {
  clear(type?: 'selection' | 'clipboard'): void;
  availableFormats(type?: 'selection' | 'clipboard'): string[];
  writeText(text: string, type?: 'selection' | 'clipboard'): void;
}

/** Since Electron 44. */
export type NewClipboard = Pick<electron.Clipboard, 'clear' | 'read' | 'write' | 'writeText'> & {
  readonly selection?: Pick<electron.Clipboard, 'clear'> | undefined;
};

export type MakeItem = (items: Record<string, string | Blob>) => electron.ClipboardItem;

export function openSystemClipboard(): SystemClipboard {
  const { platform } = process;
  // Which form it has is known by looking only: the types are those of the newest line.
  const found: unknown = electron.clipboard;
  if (isOld(found)) return oldForm(found, platform);
  return newForm(electron.clipboard, (items) => new electron.ClipboardItem(items), platform);
}

const isOld = (clipboard: unknown): clipboard is OldClipboard =>
  typeof clipboard === 'object' && clipboard !== null && 'availableFormats' in clipboard;

export function oldForm(clipboard: OldClipboard, platform: NodeJS.Platform): SystemClipboard {
  return {
    clear: done(() => {
      clipboard.clear();
    }),
    clearPrimary: done(() => {
      if (platform === 'linux') clipboard.clear('selection');
    }),
    formats: () => Promise.resolve(clipboard.availableFormats()),
    writeLink: async (link) => {
      await done(() => {
        clipboard.writeText(link);
      })();
    },
    writeMarked: null,
  };
}

/** What is done at once, in the form of what is waited for. */
const done = (act: () => void) => (): Promise<void> => {
  act();
  return Promise.resolve();
};

export function newForm(
  clipboard: NewClipboard,
  makeItem: MakeItem,
  platform: NodeJS.Platform,
): SystemClipboard {
  const marks = MARKS[platform];
  const marked = (text: string): Record<string, string | Blob> => ({
    'text/plain': text,
    ...Object.fromEntries(
      Object.entries(marks ?? {}).map(([format, value]) => [
        `electron application/osclipboard;format="${format}"`,
        new Blob([value]),
      ]),
    ),
  });
  return {
    clear: done(() => {
      clipboard.clear();
    }),
    clearPrimary: done(() => {
      clipboard.selection?.clear();
    }),
    formats: async () => (await clipboard.read()).flatMap(({ types }) => types),
    writeLink: (link) => clipboard.writeText(link),
    writeMarked: marks === undefined ? null : (text) => clipboard.write([makeItem(marked(text))]),
  };
}
