import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PAYLOAD_CHARS, weighPayload } from '../../../../src/main/bridge/payload.ts';
import { calls, callsWhileLocked, type CallSpec } from '../../../../src/shared/bridge/contract.ts';
import { type CallName, callNames, windowKinds } from '../../../../src/shared/bridge/names.ts';
import { CANARY, hostile, welcome } from './hostile.ts';
import { type Bench, createBench, fakeContents, type FakeContents, messageOf, ORIGIN } from './support.ts';

/** Enough of a wait that no bucket is ever empty. */
const UNHURRIED_MS = 1_000;
const RUNS = 1_000;

/** Nobody reads the stack of a refusal, and writing fifty thousand of them down takes longer than all the rest. */
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

/** What `expect` says, at a price that can be paid fifty thousand times. */
function same(actual: unknown, expected: unknown): void {
  if (actual !== expected) expect(actual).toBe(expected);
}

let bench: Bench;
let window: FakeContents;
beforeEach(() => {
  bench = createBench();
  window = fakeContents();
  bench.kinds.set(window, 'main');
});

/** A kind of window that may make the call. */
const kindFor = (name: CallName) => calls[name].windows[0];

/** How wide its payload may be, where that is more than usual. */
const nodesOf = (name: CallName): number | undefined => (calls[name] satisfies CallSpec as CallSpec).nodes;

describe.each(callNames)('%s', (name) => {
  /** Something the call takes, whatever rules it has beyond its types. */
  const acceptable = welcome(calls[name].input).filter(
    (payload) => calls[name].input.safeParse(payload).success,
  );

  it('refuses a thousand hostile payloads by code, and lets no value out', async () => {
    bench.kinds.set(window, kindFor(name));
    const { input } = calls[name];
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(hostile(input), async (payload) => {
        bench.now += UNHURRIED_MS;
        const reached = bench.handled.length;
        const message = await messageOf(bench.call(name, window, [payload]));
        const weight = weighPayload(payload, nodesOf(name));
        const parsed = weight === null ? null : input.safeParse(payload);
        if (parsed?.success === true) {
          // The handler got the parsed value; its bug, which quotes it, stays inside.
          same(message, `BridgeRefusal: bridge: ${name} refused: failed`);
          expect(bench.handled.at(-1)).toEqual({ name, input: parsed.data });
        }
        // It was not hostile after all: another one takes its place in the thousand.
        fc.pre(parsed?.success !== true);
        refused += 1;
        same(message, `BridgeRefusal: bridge: ${name} refused: ${weight === null ? 'payload' : 'input'}`);
        same(bench.handled.length, reached);
      }),
      { numRuns: RUNS },
    );
    expect(refused).toBeGreaterThanOrEqual(RUNS);
    expect(JSON.stringify(bench.log)).not.toContain(CANARY);
    expect('polluted' in {}).toBe(false);
  });

  it('is answered by a locked program only where it leads out of that', async () => {
    bench.kinds.set(window, kindFor(name));
    bench.isLocked = true;
    const [payload] = fc.sample(acceptable, 1);
    const message = await messageOf(bench.call(name, window, [payload]));
    const isHeard = callsWhileLocked.includes(name);
    expect(message).toBe(`BridgeRefusal: bridge: ${name} refused: ${isHeard ? 'failed' : 'locked'}`);
    expect(bench.handled).toHaveLength(isHeard ? 1 : 0);
  });

  it('is not heard from a subframe, another page, a gone frame, a stranger, or with two payloads', async () => {
    bench.kinds.set(window, kindFor(name));
    const [payload] = fc.sample(acceptable, 1);
    const refusal = (code: string) => `BridgeRefusal: bridge: ${name} refused: ${code}`;
    const subframe = { url: window.mainFrame.url, parent: window.mainFrame, detached: false };
    const detached = { ...window.mainFrame, detached: true };
    const twin = { ...window.mainFrame };
    const throwing = new Proxy(window.mainFrame, {
      get: () => {
        throw new Error('Render frame was disposed');
      },
    });
    for (const frame of [null, subframe, detached, twin, throwing])
      expect(await messageOf(bench.call(name, window, [payload], frame))).toBe(refusal('sender'));
    expect(await messageOf(bench.call(name, fakeContents(), [payload]))).toBe(refusal('sender'));
    for (const url of [
      '',
      'about:blank',
      'https://enigmacrypt/index.html',
      `${ORIGIN}.evil/index.html`,
      'app://elsewhere/index.html',
      'file:///index.html',
      `data:text/html,${ORIGIN}`,
      `blob:${ORIGIN}/1`,
    ]) {
      const moved = fakeContents(url);
      bench.kinds.set(moved, kindFor(name));
      expect(await messageOf(bench.call(name, moved, [payload]))).toBe(refusal('sender'));
    }
    expect(await messageOf(bench.call(name, window, [payload, payload]))).toBe(refusal('payload'));
    expect(bench.handled).toEqual([]);
  });

  it('is not heard from a kind of window that has no need of it', async () => {
    const [payload] = fc.sample(acceptable, 1);
    const allowed: readonly string[] = calls[name].windows;
    for (const kind of windowKinds.filter((each) => !allowed.includes(each))) {
      const other = fakeContents();
      bench.kinds.set(other, kind);
      expect(await messageOf(bench.call(name, other, [payload]))).toContain('refused: window-kind');
    }
    expect(bench.handled).toEqual([]);
  });

  it('lets nothing out of a handler that its schema does not know', async () => {
    const leaky = createBench(() => Promise.resolve({ token: CANARY, [CANARY]: CANARY }));
    leaky.kinds.set(window, kindFor(name));
    const [payload] = fc.sample(acceptable, 1);
    const message = await messageOf(leaky.call(name, window, [payload]));
    expect(message).toBe(`BridgeRefusal: bridge: ${name} refused: output`);
    expect(leaky.handled).toHaveLength(1);
  });
});

describe('a flood', () => {
  const nothing = [undefined];

  it('is throttled, noted once, and over when it is over', async () => {
    bench = createBench(() => Promise.resolve('text'));
    bench.kinds.set(window, 'main');
    const messages = await Promise.all(
      Array.from({ length: 5_000 }, () => messageOf(bench.call('diagnostics.read', window, nothing))),
    );
    const throttled = messages.filter((message) => message.endsWith('refused: throttled'));
    expect(throttled.length).toBeGreaterThan(4_700);
    expect(bench.log.filter(({ code }) => code === 'throttled').length).toBeLessThan(200);
    bench.now += 10_000;
    expect(await messageOf(bench.call('diagnostics.read', window, nothing))).toBe('answered "text"');
  });

  it('of strangers is throttled, too, and writes few lines', async () => {
    const stranger = fakeContents();
    for (let count = 0; count < 5_000; count += 1)
      await messageOf(bench.call('diagnostics.read', stranger, nothing));
    // One for not being known, one for being too many.
    expect(bench.log).toHaveLength(2);
  });

  it('of calls that are refused for what they say is noted once a second, too', async () => {
    for (let count = 0; count < 100; count += 1) {
      bench.now += 100;
      await messageOf(bench.call('settings.set', window, [{ theme: 'neon' }]));
    }
    expect(bench.log).toHaveLength(10);
    expect(await messageOf(bench.call('shares.delete', window, [{ id: 'neon' }]))).toContain('input');
    expect(bench.log).toHaveLength(11);
  });

  it('of one call or window leaves the others alone', async () => {
    bench = createBench(() => Promise.resolve('text'));
    bench.kinds.set(window, 'main');
    for (let count = 0; count < 1_000; count += 1) await messageOf(bench.call('app.info', window, nothing));
    expect(await messageOf(bench.call('diagnostics.read', window, nothing))).toBe('answered "text"');
    const other = fakeContents();
    bench.kinds.set(other, 'main');
    expect(await messageOf(bench.call('app.info', other, nothing))).toContain('refused: output');
  });

  it('of the largest payloads keeps two of them in memory at a time', async () => {
    bench = createBench(() => new Promise(() => undefined));
    bench.kinds.set(window, 'main');
    const payload = {
      accountId: 'builtin',
      envelope: 'a'.repeat(40 * 1024 * 1024),
      name: null,
      policy: { expiresAt: null, maxAccess: 1 },
    };
    const messages: string[] = [];
    for (let count = 0; count < 20; count += 1)
      void messageOf(bench.call('shares.send', window, [payload])).then((message) => messages.push(message));
    await new Promise((resolve) => setImmediate(resolve));
    expect(bench.handled).toHaveLength(2);
    expect(messages).toHaveLength(18);
    expect(new Set(messages)).toEqual(new Set(['BridgeRefusal: bridge: shares.send refused: throttled']));
  });

  it('of small calls that never end stops at a bound', async () => {
    bench = createBench(() => new Promise(() => undefined));
    bench.kinds.set(window, 'main');
    for (let count = 0; count < 150; count += 1)
      void messageOf(bench.call('ledger.summary', window, nothing));
    await new Promise((resolve) => setImmediate(resolve));
    expect(bench.handled).toHaveLength(64);
  });

  it('does not touch hands, however fast', async () => {
    bench = createBench(() => Promise.resolve('text'));
    bench.kinds.set(window, 'main');
    // Thirty a second for a minute: a key held down.
    for (let count = 0; count < 1_800; count += 1) {
      bench.now += 33;
      expect(await messageOf(bench.call('diagnostics.read', window, nothing))).toBe('answered "text"');
    }
  });
});

it('takes the largest envelope there may be', () => {
  expect(MAX_PAYLOAD_CHARS).toBeGreaterThan(48 * 1024 * 1024);
});
