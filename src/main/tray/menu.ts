/** What the tray says, as plain data from plain state. The adapter makes Electron's menu of it. */
import type { Share } from '../../shared/bridge/models.ts';
import type { QuickMode } from '../../shared/bridge/quick-share.ts';
import type { Speak } from '../words/speak.ts';

export type TrayCommand =
  | { readonly do: 'quick'; readonly mode: QuickMode }
  | { readonly do: 'copy-link' | 'delete'; readonly id: string }
  | { readonly do: 'open'; readonly view: 'sent' | 'settings' }
  | { readonly do: 'pause' | 'lock' | 'quit' };

export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'label'; readonly label: string }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly command: TrayCommand;
      readonly isEnabled?: boolean;
      /** Present for one that is on or off. */
      readonly isChecked?: boolean;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] };

export interface TrayState {
  /** The newest secrets, newest first. */
  readonly recent: readonly Share[];
  /** How many wait to be sent, or need the person's decision. */
  readonly waiting: number;
  readonly showsNames: boolean;
  readonly isPaused: boolean;
  /** Then there is nothing to tell of the list. */
  readonly isLocked: boolean;
  /** BCP 47, for dates. */
  readonly locale: string;
}

export interface TrayView {
  readonly icon: 'plain' | 'waiting';
  readonly toolTip: string;
  readonly items: readonly TrayItem[];
}

export const RECENT = 5;

const separator: TrayItem = { kind: 'separator' };

export function trayView(state: TrayState, t: Speak): TrayView {
  const { waiting, isPaused, isLocked } = state;
  return {
    icon: waiting > 0 ? 'waiting' : 'plain',
    toolTip: waiting > 0 ? t('tray.toolTipWaiting', { count: waiting }) : t('tray.toolTip'),
    items: [
      { kind: 'command', label: t('tray.quick'), command: { do: 'quick', mode: 'write' } },
      { kind: 'command', label: t('tray.clipboard'), command: { do: 'quick', mode: 'clipboard' } },
      separator,
      ...(isLocked ? [] : [...links(state, t), separator]),
      { kind: 'command', label: t('tray.ledger'), command: { do: 'open', view: 'sent' } },
      { kind: 'command', label: t('tray.pause'), command: { do: 'pause' }, isChecked: isPaused },
      { kind: 'command', label: t('tray.settings'), command: { do: 'open', view: 'settings' } },
      separator,
      { kind: 'command', label: t('tray.lock'), command: { do: 'lock' }, isEnabled: !isLocked },
      { kind: 'command', label: t('tray.quit'), command: { do: 'quit' } },
    ],
  };
}

function links(state: TrayState, t: Speak): TrayItem[] {
  const { waiting } = state;
  const recent = state.recent.filter(({ link }) => link !== null).slice(0, RECENT);
  const items: TrayItem[] = recent.map((share) => linkMenu(share, state, t));
  if (items.length === 0) items.push({ kind: 'label', label: t('tray.noLinks') });
  if (waiting > 0) {
    const label = t('tray.waiting', { count: waiting });
    items.push({ kind: 'command', label, command: { do: 'open', view: 'sent' } });
  }
  return items;
}

/** Other programs can read a menu: without the person's leave it tells when, not what. */
function linkMenu(share: Share, state: TrayState, t: Speak): TrayItem {
  const name = trayName(share, state, t);
  const over = overWord(share.state);
  return {
    kind: 'submenu',
    label: over === null ? name : t('tray.over', { name, state: t(`tray.states.${over}`) }),
    items: [
      { kind: 'command', label: t('tray.copyLink'), command: { do: 'copy-link', id: share.id } },
      {
        kind: 'command',
        label: t('tray.delete'),
        command: { do: 'delete', id: share.id },
        isEnabled: over !== 'deleted' && !share.isAccountGone,
      },
    ],
  };
}

/** What a secret is called where other programs may read it. */
export function trayName(
  share: Share,
  { showsNames, locale }: Pick<TrayState, 'showsNames' | 'locale'>,
  t: Speak,
): string {
  if (showsNames && share.name !== null) return share.name;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return t('tray.linkOf', { when: format.format(new Date(share.createdAt)) });
}

function overWord(state: Share['state']): 'deleted' | 'expired' | 'usedUp' | 'unknown' | null {
  switch (state) {
    case 'deleted':
    case 'expired':
    case 'unknown':
      return state;
    case 'used-up':
      return 'usedUp';
    default:
      return null;
  }
}
