import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  asksWhenClosing,
  type ClosingState,
  staysWithoutWindow,
} from '../../../src/main/resident/closing.ts';
import { createProtection } from '../../../src/main/resident/protection.ts';
import {
  autostartEntry,
  autostartFile,
  followMove,
  quoteForExec,
  readExecutable,
  systemList,
} from '../../../src/main/resident/start-at-login.ts';
import { PROTECTION_TRIAL_MS } from '../../../src/shared/bridge/resident.ts';

const closing = (part: Partial<ClosingState> = {}): ClosingState => ({
  ...{
    platform: 'linux',
    hasTray: true,
    whenClosed: 'ask',
    isQuitting: false,
    isLocked: false,
    canAsk: true,
  },
  ...part,
});

describe('closing the window', () => {
  it('asks once what becomes of the program, where it could stay', () => {
    expect(asksWhenClosing(closing())).toBe(true);
    expect(asksWhenClosing(closing({ whenClosed: 'tray' }))).toBe(false);
    expect(asksWhenClosing(closing({ whenClosed: 'quit' }))).toBe(false);
  });

  it('asks nobody without a tray, while quitting, while locked, or in a window that hangs', () => {
    for (const part of [{ hasTray: false }, { isQuitting: true }, { isLocked: true }, { canAsk: false }])
      expect(asksWhenClosing(closing(part))).toBe(false);
  });

  it('never leaves a program that cannot be reached', () => {
    for (const whenClosed of ['ask', 'tray', 'quit'] as const) {
      for (const platform of ['linux', 'win32'] as const)
        expect(staysWithoutWindow(closing({ platform, whenClosed, hasTray: false }))).toBe(false);
    }
  });

  it('leaves the program in the tray, or on macOS in the Dock, unless that is not wanted', () => {
    expect(staysWithoutWindow(closing({ whenClosed: 'tray' }))).toBe(true);
    expect(staysWithoutWindow(closing({ platform: 'darwin', hasTray: false }))).toBe(true);
    expect(staysWithoutWindow(closing({ platform: 'darwin', whenClosed: 'quit' }))).toBe(false);
  });
});

describe('starting with the session', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-login-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const at = (executable = '/opt/EnigmaCrypt Desktop/enigmacrypt-desktop') => {
    const file = join(folder, 'config', 'autostart', 'enigmacrypt-desktop.desktop');
    return { file, login: autostartFile({ file, executable, name: 'EnigmaCrypt' }) };
  };

  it('leaves no file behind until it is switched on, and none when it is off again', () => {
    const { file, login } = at();
    expect(login.state()).toBe('off');
    expect(existsSync(join(folder, 'config'))).toBe(false);
    login.set(true);
    expect(login.state()).toBe('on');
    expect(readdirSync(join(file, '..'))).toEqual(['enigmacrypt-desktop.desktop']);
    login.set(false);
    expect(login.state()).toBe('off');
    expect(readdirSync(join(file, '..'))).toEqual([]);
    login.set(false);
  });

  it('starts hidden, from where the program is', () => {
    const { file, login } = at();
    login.set(true);
    expect(readFileSync(file, 'utf8').split('\n')).toContain(
      'Exec="/opt/EnigmaCrypt Desktop/enigmacrypt-desktop" --hidden',
    );
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('is off where the desktop says %s', (line) => {
    const { file, login } = at();
    login.set(true);
    writeFileSync(file, `[Desktop Entry]\n${line}\n`);
    expect(login.state()).toBe('off');
  });

  it('writes nothing for a path that would not be one line', () => {
    for (const path of ['/opt/a\nExec=sh', '/opt/a\rb', 'relative']) {
      const { login } = at(path);
      login.set(true);
      expect(login.state()).toBe('off');
    }
  });

  it('quotes every path so that reading it gives the path again', () => {
    const path = fc.string({
      unit: fc.constantFrom('/', 'a', ' ', '"', '`', '$', '\\', '%', 'ñ', ';', '=', '#', '[', "'"),
    });
    fc.assert(
      fc.property(path, (argument) => {
        const quoted = quoteForExec(argument);
        expect(readExec(quoted)).toBe(argument);
        expect(readExecutable(autostartEntry(argument, 'EnigmaCrypt'))).toBe(argument);
        expect(autostartEntry(argument, 'EnigmaCrypt').split('\n')).toHaveLength(7);
      }),
    );
  });

  it('follows a program that has moved, and takes no other’s place', () => {
    const older = join(folder, 'EnigmaCrypt-1.0.0.AppImage');
    const newer = join(folder, 'EnigmaCrypt 1.1.0.AppImage');
    writeFileSync(older, '');
    const { file, login } = at(older);
    const place = { file, executable: newer, name: 'EnigmaCrypt' };
    followMove(place);
    expect(login.state()).toBe('off');
    login.set(true);
    followMove(place);
    expect(readExecutable(readFileSync(file, 'utf8'))).toBe(older);
    rmSync(older);
    followMove(place);
    expect(readExecutable(readFileSync(file, 'utf8'))).toBe(newer);
    const theirs = '[Desktop Entry]\nExec=/home/ana/my-own-start\n';
    writeFileSync(file, theirs);
    followMove(place);
    expect(readFileSync(file, 'utf8')).toBe(theirs);
  });

  it('is the system’s own list on macOS and Windows', () => {
    const set = vi.fn();
    const app = { getLoginItemSettings: () => ({ openAtLogin: true }), setLoginItemSettings: set };
    const login = systemList(app as unknown as Parameters<typeof systemList>[0]);
    expect(login.state()).toBe('on');
    login.set(false);
    expect(set).toHaveBeenCalledWith({ openAtLogin: false, args: ['--hidden'] });
  });
});

/** As a desktop reads the first argument of `Exec`: the value's escapes, then the quotes, then the field codes. */
function readExec(value: string): string {
  const unescaped = value.replaceAll(/\\(.)/g, (_all, sign: string) => (sign === 's' ? ' ' : sign));
  const inner = /^"((?:[^"\\]|\\.)*)"$/.exec(unescaped)?.[1] ?? '(not one quoted argument)';
  return inner.replaceAll(/\\(.)/g, '$1').replaceAll('%%', '%');
}

describe('protection from screen capture', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  function assemble(part: { isAvailable?: boolean; isKept?: boolean } = {}) {
    const applied: boolean[] = [];
    const stored: boolean[] = [];
    const protection = createProtection({
      ...{ isAvailable: true, isKept: false, ...part },
      apply: (isOn) => applied.push(isOn),
      store: (isOn) => stored.push(isOn),
      tell: () => undefined,
      clock: Date.now,
    });
    return { protection, applied, stored };
  }

  it('ends by itself unless the person says that the window can be seen', () => {
    const { protection, applied, stored } = assemble();
    protection.try();
    expect(protection.state).toEqual({ state: 'trial', endsAt: Date.now() + PROTECTION_TRIAL_MS });
    vi.advanceTimersByTime(PROTECTION_TRIAL_MS);
    expect(protection.state).toEqual({ state: 'off', endsAt: null });
    expect(applied).toEqual([true, false]);
    expect(stored).toEqual([false]);
  });

  it('stays once it is kept, and leaves no timer', () => {
    const { protection, applied, stored } = assemble();
    protection.try();
    protection.keep();
    expect(vi.getTimerCount()).toBe(0);
    expect(protection.isOn).toBe(true);
    expect([applied, stored]).toEqual([[true, true], [true]]);
  });

  it('is not stored before it was kept: a program that ends in between starts without it', () => {
    const { protection, stored } = assemble();
    protection.try();
    expect(stored).toEqual([]);
  });

  it('cannot be kept without having been tried', () => {
    const { protection } = assemble();
    protection.keep();
    expect(protection.isOn).toBe(false);
  });

  it('is there from the start where it was kept, and can be taken off', () => {
    const { protection } = assemble({ isKept: true });
    expect(protection.isOn).toBe(true);
    protection.off();
    expect(protection.isOn).toBe(false);
  });

  it('is never claimed where the system has none', () => {
    const { protection, applied } = assemble({ isAvailable: false, isKept: true });
    protection.try();
    expect(protection.state.state).toBe('unavailable');
    expect(applied).toEqual([]);
    expect(protection.isOn).toBe(false);
  });
});
