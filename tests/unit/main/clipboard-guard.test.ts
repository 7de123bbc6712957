import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SystemClipboard } from '../../../src/main/clipboard/clipboard.ts';
import { createClipboardGuard, type Verdict } from '../../../src/main/clipboard/guard.ts';
import type { ClipboardQuestion } from '../../../src/shared/bridge/clipboard.ts';

const MARK = { salt: `${'A'.repeat(22)}==`, mac: `${'B'.repeat(43)}=` };

let formats: string[];
let verdicts: Verdict[];
let asked: ClipboardQuestion[];
let seconds: number | null;
let clears: number;

const clipboard: SystemClipboard = {
  clear: () => {
    clears += 1;
    formats = [];
    return Promise.resolve();
  },
  clearPrimary: () => Promise.resolve(),
  formats: () => Promise.resolve(formats),
  writeLink: () => Promise.resolve(),
  writeMarked: null,
};

const assemble = (ask?: (question: ClipboardQuestion) => Promise<Verdict>) =>
  createClipboardGuard({
    clipboard,
    ask:
      ask ??
      ((question) => {
        asked.push(question);
        return Promise.resolve(verdicts.shift() ?? 'unanswered');
      }),
    seconds: () => seconds,
    clock: Date.now,
    log: { write: () => undefined, read: () => '' },
    onChange: () => undefined,
  });

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  [formats, verdicts, asked, seconds, clears] = [['text/plain'], [], [], 60, 0];
});
afterEach(() => {
  vi.useRealTimers();
});

it('clears what is ours when its time is up, and not before', async () => {
  verdicts = ['ours'];
  const guard = assemble();
  guard.watchFor(MARK);
  expect(guard.watch).toEqual({ status: 'watching', until: '1970-01-01T00:01:00.000Z' });
  await vi.advanceTimersByTimeAsync(59_999);
  expect(clears).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(clears).toBe(1);
  expect(guard.watch).toEqual({ status: 'cleared' });
  expect(asked).toEqual([{ by: 'mark', ...MARK }]);
});

it('leaves alone what somebody else has written since', async () => {
  verdicts = ['other'];
  const guard = assemble();
  guard.watchFor(MARK);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(clears).toBe(0);
  expect(guard.watch).toEqual({ status: 'replaced' });
});

it('asks once more when nobody answers, and then leaves alone what may be another program’s', async () => {
  const guard = assemble();
  guard.watchFor(MARK);
  await guard.clearNow();
  expect(asked).toHaveLength(2);
  expect(clears).toBe(0);
  expect(guard.watch).toEqual({ status: 'left' });
});

it('has one timer while it watches, and none otherwise', async () => {
  verdicts = ['ours'];
  const guard = assemble();
  expect(vi.getTimerCount()).toBe(0);
  guard.watchFor(MARK);
  guard.watchFor(MARK);
  expect(vi.getTimerCount()).toBe(1);
  guard.keep();
  expect(vi.getTimerCount()).toBe(0);
  guard.watchFor(MARK);
  await guard.clearNow();
  expect(vi.getTimerCount()).toBe(0);
});

it('without a time, clears on lock and quit only', async () => {
  seconds = null;
  verdicts = ['ours'];
  const guard = assemble();
  guard.watchFor(MARK);
  expect(guard.watch).toEqual({ status: 'watching', until: null });
  expect(vi.getTimerCount()).toBe(0);
  await guard.clearNow();
  expect(clears).toBe(1);
});

it('does nothing after the person has kept it', async () => {
  const guard = assemble();
  guard.watchFor(MARK);
  guard.keep();
  await guard.clearNow();
  expect(asked).toEqual([]);
});

it('goes on watching what was copied while the guard looked', async () => {
  let answer: (verdict: Verdict) => void = () => undefined;
  const guard = assemble(() => new Promise((resolve) => (answer = resolve)));
  guard.watchFor(MARK);
  const clearing = guard.clearNow();
  await vi.advanceTimersByTimeAsync(0);
  guard.watchFor({ ...MARK, salt: `${'C'.repeat(22)}==` });
  answer('other');
  await clearing;
  expect(guard.watch.status).toBe('watching');
});

it('opens no window for a clipboard that is empty already', async () => {
  formats = [];
  const guard = assemble();
  guard.watchFor(MARK);
  await guard.clearNow();
  expect(asked).toEqual([]);
  expect(guard.watch).toEqual({ status: 'cleared' });
});

it('reads a link back that it wrote itself, and says when it is not there', async () => {
  verdicts = ['ours', 'other'];
  const guard = assemble();
  expect(await guard.writeLink('http://127.0.0.1:1/s/x')).toBe(true);
  expect(guard.watch.status).toBe('watching');
  expect(await guard.writeLink('http://127.0.0.1:1/s/y')).toBe(false);
  expect(guard.watch.status).toBe('idle');
});
