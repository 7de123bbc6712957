import type { CallHandlers, EventPayload } from '../../src/shared/bridge/contract.ts';
import type { ClipboardState } from '../../src/shared/bridge/clipboard.ts';
import type { Settings } from '../../src/shared/bridge/models.ts';
import type { CallName, EventName } from '../../src/shared/bridge/names.ts';
import type { QuickMode, SetShortcutOutput, ShortcutsState } from '../../src/shared/bridge/quick-share.ts';

export interface QuickScript {
  /** What the quick window was opened for; null while it is only kept ready. */
  readonly quick?: QuickMode | null;
  /** What is in the clipboard before. */
  readonly clipboard?: string;
  /** What is copied does not arrive. */
  readonly clipboardRefuses?: boolean;
  /** So many looks at the clipboard find nothing yet. */
  readonly clipboardLate?: number;
  readonly canMark?: boolean;
  readonly obstacle?: ShortcutsState['obstacle'];
  /** What `shortcuts.set` answers; by default it stores. */
  readonly setShortcut?: SetShortcutOutput;
  /** Chosen shortcuts are had by another program. */
  readonly shortcutsRefused?: boolean;
  readonly tray?: boolean;
}

interface World {
  readonly script: QuickScript;
  settings: Settings;
}

type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
type QuickCall = Extract<
  CallName,
  `clipboard.${string}` | `quick.${string}` | `shortcuts.${string}` | 'tray.state'
>;

/** A clipboard of the page's own, filled by its copy events and handed back by made ones. */
export function createQuickHandlers(world: World, emit: Emit): Pick<CallHandlers, QuickCall> {
  const clipboard = createClipboard(world);
  const shortcuts = (): ShortcutsState => {
    const stateOf = (accelerator: string | null) => ({
      accelerator,
      status:
        accelerator === null
          ? ('off' as const)
          : world.script.shortcutsRefused === true
            ? ('refused' as const)
            : ('on' as const),
    });
    return {
      write: stateOf(world.settings.shortcutWrite),
      clipboard: stateOf(world.settings.shortcutClipboard),
      obstacle: world.script.obstacle ?? null,
    };
  };
  let watch: ClipboardState['watch'] = { status: 'idle' };
  const change = (next: ClipboardState['watch']): ClipboardState => {
    watch = next;
    const state = { watch, canMark: world.script.canMark ?? false };
    emit('clipboard.changed', state);
    return state;
  };
  return {
    'clipboard.state': () => Promise.resolve({ watch, canMark: world.script.canMark ?? false }),
    'clipboard.copy': () => {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- as the window does
      document.execCommand('copy');
      return Promise.resolve(true);
    },
    'clipboard.wrote': ({ mark }) => {
      setTimeout(() => {
        clipboard.paste();
      });
      const seconds = world.settings.clipboardClearSeconds;
      const until = seconds === null ? null : new Date(Date.now() + seconds * 1000).toISOString();
      return Promise.resolve(change(mark === null ? { status: 'idle' } : { status: 'watching', until }));
    },
    'clipboard.writeMarked': ({ text }) => {
      clipboard.set(text);
      return Promise.resolve(true);
    },
    'clipboard.keep': () => Promise.resolve(change({ status: 'idle' })),
    'clipboard.paste': () => {
      setTimeout(() => {
        clipboard.paste();
      });
      return Promise.resolve(true);
    },
    'clipboard.question': () => Promise.resolve(null),
    'clipboard.verdict': () => Promise.resolve(false),
    'quick.ready': () => Promise.resolve(world.script.quick === undefined ? 'write' : world.script.quick),
    'quick.hold': () => Promise.resolve(true),
    'quick.close': () => Promise.resolve(true),
    'shortcuts.state': () => Promise.resolve(shortcuts()),
    'shortcuts.set': ({ mode, accelerator }) => {
      const outcome = world.script.setShortcut ?? 'stored';
      if (outcome === 'stored') {
        const field = mode === 'write' ? 'shortcutWrite' : 'shortcutClipboard';
        world.settings = { ...world.settings, [field]: accelerator };
        emit('settings.changed', world.settings);
        emit('shortcuts.changed', shortcuts());
      }
      return Promise.resolve(outcome);
    },
    'shortcuts.record': () => Promise.resolve(true),
    'tray.state': () => Promise.resolve({ isThere: world.script.tray ?? true }),
  };
}

function createClipboard(world: World) {
  let content = world.script.clipboard ?? '';
  let late = world.script.clipboardLate ?? 0;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object below
  const put = DataTransfer.prototype.setData;
  // What a copy event hands over cannot be read afterwards: it is noted as it is handed over.
  DataTransfer.prototype.setData = function (format, data) {
    if (format === 'text/plain' && world.script.clipboardRefuses !== true) content = data;
    put.call(this, format, data);
  };
  return {
    set(text: string) {
      content = text;
    },
    paste() {
      const data = new DataTransfer();
      put.call(data, 'text/plain', late > 0 ? '' : content);
      late -= 1;
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
  };
}
