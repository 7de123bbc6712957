import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StatusRow } from '../../../src/core/api/wire.ts';
import type { TimelineEvent } from '../../../src/shared/bridge/ledger.ts';
import type { Settings } from '../../../src/shared/bridge/models.ts';
import type { Learned, Ledger } from '../../../src/main/ledger/ledger.ts';
import type { LedgerRecord } from '../../../src/main/ledger/record.ts';
import type { LedgerVault } from '../../../src/main/ledger/vault.ts';
import { type Announcer, createAnnouncer } from '../../../src/main/notifications/announcer.ts';
import type { NativeNotice } from '../../../src/main/notifications/notifier.ts';
import { createRefresher, type Refresher } from '../../../src/main/shares/refresher.ts';
import { createReviewer } from '../../../src/main/shares/reviewer.ts';
import { speakIn } from '../../../src/main/words/speak.ts';
import { createTestDirectory, type TestDirectory } from '../../fakes/directory.ts';
import { DEFAULT_SETTINGS } from '../../fakes/settings.ts';
import { answer, createScriptedHttp, failure, type ScriptedHttp } from '../../fakes/http.ts';
import { openTestVault } from '../../fakes/ledger-file.ts';

const START = Date.parse('2026-06-01T12:00:00.000Z');
const HOUR = 3_600_000;
const ORIGIN = 'http://127.0.0.1:24000';
const ID = '0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c0001';

let folder: string;
let vault: LedgerVault;
let ledger: Ledger;
let http: ScriptedHttp;
let directory: TestDirectory;
let refresher: Refresher;
let announcer: Announcer;
let settings: Settings;
let shown: NativeNotice[];
let clicked: string[];
let now: number;
/** The one timer there may be. */
let timer: { readonly at: number; readonly work: () => void } | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refresher-'));
  now = START;
  timer = null;
  shown = [];
  clicked = [];
  settings = { ...DEFAULT_SETTINGS, language: 'en' };
  vault = await openTestVault(join(folder, 'ledger.db'), () => now);
  ({ ledger } = vault);
  http = createScriptedHttp();
  directory = createTestDirectory(http, ORIGIN);
  directory.clock = () => now;
  announcer = createAnnouncer({
    notifier: { show: (notice) => shown.push(notice) > 0 },
    settings: () => settings,
    speak: () => speakIn('en'),
    clock: () => now,
    reports: (id) => directory.reports(id),
    timeOfDay: (moment) => new Date(moment).toISOString().slice(11, 16),
    showEntry: (id) => clicked.push(id),
  });
  const parts = { ledger, services: directory, clock: () => now };
  const reviewer = createReviewer({
    ...parts,
    log: { write: () => undefined, read: () => '' },
    onLearned: (news: readonly Learned[]) => {
      announcer.learned(news);
    },
  });
  refresher = createRefresher({
    ...parts,
    reviewer,
    remind: (record) => announcer.expiresSoon(record),
    schedule(milliseconds, work) {
      const mine = { at: now + milliseconds, work };
      timer = mine;
      return () => {
        if (timer === mine) timer = null;
      };
    },
  });
});
afterEach(() => {
  refresher.stop();
  vault.close();
  rmSync(folder, { recursive: true });
});

function add(rest: number | null, id = ID): void {
  const record: LedgerRecord = {
    ...{ id, name: 'Router', maxAccess: 3, messageId: null, deleteToken: null, note: null },
    service: { id: 'builtin', name: 'Built-in service', origin: ORIGIN },
    createdAt: new Date(now).toISOString(),
    expiresAt: rest === null ? null : new Date(now + rest).toISOString(),
    ...{ delivery: 'waiting', report: null, firstAccessAt: null, deletedAt: null, reason: null },
  };
  ledger.enqueue(record, 'envelope');
  ledger.deliver(id, { messageId: `m-${id}`, deleteToken: null });
}

/** The service announces these features, and answers what `state` says then. */
let rows: (messageId: string) => Partial<StatusRow>;
function serve(...features: string[]): void {
  rows = () => ({ state: 'active' });
  http.answerWith(failure('unreachable', false));
  http.send = (request) => {
    (http.requests as unknown[]).push(request);
    if (request.url.endsWith('/capabilities')) {
      const limits = { maxContentBytes: 1000, maxAccess: 10, maxLifetimeSeconds: 10 };
      const kdf = { hash: 'SHA-256', iterations: 100_000 };
      return Promise.resolve(
        answer(200, { success: true, data: { service: 'test', version: '1', features, limits, kdf } }),
      );
    }
    const asked = (JSON.parse(request.body ?? '') as { messages: { messageId: string }[] }).messages;
    const messages = asked.map(({ messageId }) => ({
      ...{ messageId, accessCount: 0, maxAccess: 3, createdAt: new Date(START).toISOString() },
      ...{ expiresAt: null, firstAccessAt: null, lastAccessAt: null, ...rows(messageId) },
    }));
    return Promise.resolve(answer(200, { success: true, data: { messages } }));
  };
}
const statusCalls = (): number => http.requests.filter(({ url }) => url.endsWith('/status')).length;

/** Lets time pass, with every timer in it, up to a moment. */
async function passUntil(moment: number): Promise<void> {
  for (let step = 0; step < 5_000; step += 1) {
    await settle();
    if (timer === null || timer.at > moment) break;
    now = Math.max(now, timer.at);
    const { work } = timer;
    timer = null;
    work();
  }
  await settle();
  now = moment;
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
};
const kinds = (): TimelineEvent['kind'][] => ledger.story(ID)!.timeline.map(({ kind }) => kind);

describe('refreshing', () => {
  it('has no timer and asks nobody when nothing is pending', async () => {
    serve('status');
    refresher.start();
    expect(timer).toBeNull();
    await refresher.askNow();
    expect(http.requests).toEqual([]);
  });

  it('asks a service that does not report once what it can do, and has no timer after that', async () => {
    serve('delete');
    add(null);
    await passUntil(START + 100 * HOUR);
    expect(http.requests.map(({ url }) => url)).toEqual([`${ORIGIN}/api/capabilities`]);
    expect(timer).toBeNull();
  });

  it('learns of an opening, tells it once, and leads to the entry', async () => {
    serve('status');
    add(24 * HOUR);
    await passUntil(START + 60_000);
    expect(shown).toEqual([]);
    rows = () => ({ state: 'active', accessCount: 2, firstAccessAt: new Date(START + 70_000).toISOString() });
    await passUntil(START + HOUR);
    expect(shown.map(({ body }) => body)).toEqual(['A secret you sent was opened for the first time.']);
    shown[0]!.onClick();
    expect(clicked).toEqual([ID]);
    expect(kinds()).toEqual(['created', 'sent', 'first-opened', 'count-changed']);
    rows = () => ({ state: 'exhausted', accessCount: 3 });
    await passUntil(START + 2 * HOUR);
    expect(kinds().slice(4)).toEqual(['count-changed', 'used-up']);
    expect(shown).toHaveLength(1);
    // It is over: nobody is asked any more, and nothing waits.
    const asked = statusCalls();
    await passUntil(START + 90 * HOUR);
    expect(statusCalls()).toBe(asked);
    expect(timer).toBeNull();
  });

  it('asks about many in batches of a hundred', async () => {
    serve('status');
    for (let index = 0; index < 250; index += 1)
      add(null, `0b6c1b1e-6d3e-4f57-9a59-2f3a5d0d${String(index).padStart(4, '0')}`);
    await passUntil(START + 1_000);
    expect(statusCalls()).toBe(3);
  });

  it('reminds an hour before the end of what nobody opened, once', async () => {
    serve('status');
    add(24 * HOUR);
    await passUntil(START + 23 * HOUR + 60_000);
    expect(shown.map(({ body }) => body)).toEqual([
      'A secret you sent expires at 12:00 and has not been opened.',
    ]);
    await passUntil(START + 25 * HOUR);
    expect(shown).toHaveLength(1);
    expect(kinds()).toEqual(['created', 'sent', 'reminded', 'expired']);
  });

  it('says that a service does not report, rather than that nobody came', async () => {
    serve();
    add(24 * HOUR);
    await passUntil(START + 26 * HOUR);
    expect(shown.map(({ body }) => body)).toEqual([
      'A secret you sent expires at 12:00. This service does not report whether it was opened.',
    ]);
    expect(kinds()).toEqual(['created', 'sent', 'reminded', 'expired']);
    expect(ledger.story(ID)?.timeline.at(-1)).toMatchObject({ source: 'here' });
    expect(timer).toBeNull();
  });

  it('reminds of nothing that was opened, or that lives for two hours or less', async () => {
    serve('status');
    rows = () => ({ state: 'active', accessCount: 1 });
    add(24 * HOUR);
    add(2 * HOUR, '0b6c1b1e-6d3e-4f57-9a59-2f3a5d0c0002');
    await passUntil(START + 26 * HOUR);
    expect(shown.filter(({ title }) => title !== 'Opened')).toEqual([]);
  });

  it('names nothing unless that was chosen, and is silent where that was chosen', async () => {
    serve('status');
    settings = { ...settings, notifyNames: true, notifyExpiring: false };
    add(24 * HOUR);
    rows = () => ({ state: 'active', accessCount: 1 });
    await passUntil(START + HOUR);
    expect(shown.map(({ body }) => body)).toEqual(['“Router” was opened for the first time.']);
  });

  it('does not claim to have reminded anybody who did not want it', async () => {
    serve('status');
    settings = { ...settings, notifyExpiring: false };
    add(24 * HOUR);
    await passUntil(START + 23 * HOUR + 60_000);
    settings = { ...settings, notifyExpiring: true };
    await passUntil(START + 26 * HOUR);
    expect(shown).toEqual([]);
    expect(kinds()).toEqual(['created', 'sent', 'expired']);
  });

  it('is silent while paused', async () => {
    serve('status');
    announcer.pause(START + HOUR);
    expect(announcer.pausedUntil).toBe(START + HOUR);
    add(24 * HOUR);
    rows = () => ({ state: 'active', accessCount: 1 });
    await passUntil(START + 2 * HOUR);
    expect(shown).toEqual([]);
    expect(announcer.pausedUntil).toBeNull();
  });

  it('asks less and less often while the service fails, and goes on when it is back', async () => {
    serve('status');
    const working = http.send.bind(http);
    let isDown = true;
    http.send = (request) => (isDown ? Promise.resolve(failure('unreachable', false)) : working(request));
    add(null);
    let tries = 0;
    const counting = http.send.bind(http);
    http.send = (request) => {
      tries += 1;
      return counting(request);
    };
    await passUntil(START + 8 * HOUR);
    expect(tries).toBeLessThan(20);
    isDown = false;
    await passUntil(START + 10 * HOUR);
    expect(statusCalls()).toBeGreaterThan(0);
  });

  it('believes the service’s clock about what has expired', async () => {
    serve();
    directory.lead = -10 * 60_000;
    add(3 * HOUR);
    await passUntil(START + 3 * HOUR + 5 * 60_000);
    expect(kinds()).not.toContain('expired');
    await passUntil(START + 3 * HOUR + 11 * 60_000);
    expect(kinds()).toContain('expired');
  });

  it.each([
    ['ahead of', 20 * 60_000],
    ['behind', -20 * 60_000],
    ['far behind', -30 * HOUR],
    ['far ahead of', 30 * HOUR],
  ])('reminds an hour before the end by a service’s clock that is %s ours', async (_name, lead) => {
    serve('status');
    directory.lead = lead;
    // Made now and alive for a day, by the service's clock.
    const ours = now;
    now += lead;
    add(24 * HOUR);
    now = ours;
    refresher.start();
    await passUntil(START + 22 * HOUR + 50 * 60_000);
    expect(shown).toEqual([]);
    await passUntil(START + 23 * HOUR + 60_000);
    expect(shown.map(({ title }) => title)).toEqual(['Not opened yet']);
    await passUntil(START + 23 * HOUR + 50 * 60_000);
    expect(kinds()).not.toContain('expired');
    await passUntil(START + 24 * HOUR + 60_000);
    expect(kinds().filter((kind) => kind === 'expired' || kind === 'reminded')).toHaveLength(2);
    expect(timer).toBeNull();
  });

  it('forgets a moment it waited for when the entry is gone by then', async () => {
    serve();
    directory.lead = -HOUR;
    add(3 * HOUR);
    await passUntil(START + 3 * HOUR + 60_000);
    ledger.markDeleted(ID, new Date(now).toISOString());
    await passUntil(START + 5 * HOUR);
    expect(timer).toBeNull();
  });

  it('says that nobody could be asked, rather than that nobody came', async () => {
    serve('status');
    http.send = () => Promise.resolve(failure('unreachable', false));
    add(24 * HOUR);
    await passUntil(START + 23 * HOUR + 60_000);
    expect(shown.map(({ body }) => body)).toEqual([
      'A secret you sent expires at 12:00. Its service did not say whether it was opened.',
    ]);
  });

  it('spreads its questions as widely as the rate budget wants, but for news that is likely', async () => {
    serve('status');
    directory.refreshing = { delay: null, pace: 5 * 60_000 };
    for (let index = 0; index < 250; index += 1)
      add(null, `0b6c1b1e-6d3e-4f57-9a59-2f3a5d0d${String(index).padStart(4, '0')}`);
    await passUntil(START + 1_000);
    expect(statusCalls()).toBe(1);
    await passUntil(START + 11 * 60_000);
    expect(statusCalls()).toBe(3);
    await refresher.askNow();
    expect(statusCalls()).toBe(6);
  });

  it('asks nobody while what is left of the rate budget is a person’s, and goes on after that', async () => {
    serve('status');
    directory.refreshing = { delay: 12 * 60_000, pace: 0 };
    add(null);
    await passUntil(START + 10 * 60_000);
    expect(await refresher.askNow()).toEqual({
      learned: false,
      missed: { why: 'budget', until: new Date(now + 12 * 60_000).toISOString() },
    });
    expect(statusCalls()).toBe(0);
    directory.refreshing = { delay: null, pace: 0 };
    await passUntil(START + 25 * 60_000);
    expect(statusCalls()).toBeGreaterThan(0);
  });

  it('asks again about what nobody was asked about, once the service can do more', async () => {
    serve();
    add(null);
    await passUntil(START + HOUR);
    serve('status');
    directory.forget();
    refresher.start();
    await passUntil(START + HOUR + 1_000);
    expect(statusCalls()).toBe(1);
  });

  it('rests while the list is locked, and goes on after that', async () => {
    serve('status');
    add(null);
    await passUntil(START + 1_000);
    vault.lock();
    const asked = statusCalls();
    await passUntil(START + HOUR);
    await refresher.askNow();
    expect(statusCalls()).toBe(asked);
    await vault.reopen();
    await passUntil(START + HOUR + 1_000);
    expect(statusCalls()).toBe(asked + 1);
  });
});
