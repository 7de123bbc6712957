import { expect, it } from 'vitest';
import { trayView, type TrayItem, type TrayState } from '../../../src/main/tray/menu.ts';
import { speakIn } from '../../../src/main/words/speak.ts';
import { oneOfEach } from '../../component/sample-shares.ts';

const state = (more: Partial<TrayState> = {}): TrayState => ({
  recent: [],
  waiting: 0,
  showsNames: false,
  isPaused: false,
  isLocked: false,
  locale: 'en',
  ...more,
});
const t = speakIn('en');
const labels = (items: readonly TrayItem[]): string[] =>
  items.map((item) => (item.kind === 'separator' ? '—' : item.label));

it('offers everything, in this order, without a link yet', () => {
  expect(labels(trayView(state(), t).items)).toEqual([
    'Quick share',
    'Share the clipboard’s text',
    '—',
    'No links yet',
    '—',
    'Open the list of sent secrets',
    'Pause notifications',
    'Settings',
    '—',
    'Lock',
    'Quit EnigmaCrypt',
  ]);
});

it('has the last five that have a link, without their names', () => {
  const recent = oneOfEach();
  const menus = trayView(state({ recent }), t).items.filter((item) => item.kind === 'submenu');
  expect(menus).toHaveLength(5);
  for (const { name } of recent) {
    if (name !== null) expect(JSON.stringify(menus)).not.toContain(name);
  }
});

it('names them where the person chose that', () => {
  const recent = oneOfEach().filter(({ link, name }) => link !== null && name !== null);
  expect(JSON.stringify(trayView(state({ recent, showsNames: true }), t).items)).toContain(recent[0]?.name);
});

it('offers to copy and to delete each, and no deleting of what is deleted', () => {
  for (const share of oneOfEach().filter(({ link }) => link !== null)) {
    const [menu] = trayView(state({ recent: [share] }), t).items.filter((item) => item.kind === 'submenu');
    const [copy, remove] = menu?.items ?? [];
    expect(copy).toMatchObject({ command: { do: 'copy-link', id: share.id } });
    expect(remove).toMatchObject({
      command: { do: 'delete', id: share.id },
      isEnabled: share.state !== 'deleted' && !share.isAccountGone,
    });
  }
});

it('shows what waits by icon, by word and by a way to it', () => {
  const { icon, toolTip, items } = trayView(state({ waiting: 2 }), t);
  expect(icon).toBe('waiting');
  expect(toolTip).toBe('EnigmaCrypt: 2 secrets wait to be sent');
  expect(labels(items)).toContain('2 wait to be sent');
});

it('speaks the other language', () => {
  expect(labels(trayView(state(), speakIn('es')).items)[0]).toBe('Compartir rápido');
});

it('says nothing of the list while the program is locked, and does not lock twice', () => {
  const { items } = trayView(state({ isLocked: true, recent: oneOfEach() }), t);
  expect(items.some((item) => item.kind === 'submenu')).toBe(false);
  expect(items.find((item) => item.kind === 'command' && item.command.do === 'lock')).toMatchObject({
    isEnabled: false,
  });
});
