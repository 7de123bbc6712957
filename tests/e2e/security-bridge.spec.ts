import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { attempts } from './support/attempts.ts';
import { expect } from './support/program.ts';

const tried = attempts('the bridge answers nobody else and nothing else');

/** Calls by the raw bridge, as a hostile script in the window would. */
const raw = (
  program: { window: { evaluate: (...args: never[]) => Promise<unknown> } },
  name: string,
  input: unknown,
) =>
  (
    program.window.evaluate as (
      work: (given: [string, unknown]) => Promise<string>,
      given: [string, unknown],
    ) => Promise<string>
  )(
    async ([call, value]) => {
      const bridge = (
        globalThis as unknown as { enigma: { calls: Record<string, (input: unknown) => Promise<unknown>> } }
      ).enigma;
      try {
        return `answered ${JSON.stringify(await bridge.calls[call]!(value))}`;
      } catch (problem) {
        return String(problem);
      }
    },
    [name, input],
  );

tried('refuses what does not fit a call’s schema, and says only the code', async (program) => {
  const secret = 'CANARY-IN-A-BAD-CALL';
  for (const [name, input] of [
    ['settings.set', { theme: secret }],
    ['settings.set', { theme: 'dark', token: secret }],
    ['shares.send', { envelope: 5, name: secret, policy: {} }],
    ['shares.send', { envelope: 'x', name: secret, policy: { expiresAt: null, maxAccess: -1 } }],
    ['shares.delete', { id: secret }],
    ['ledger.summary', { unexpected: secret }],
    ['secrets.open', { link: [secret] }],
  ] as const) {
    const answer = await raw(program, name, input);
    expect(answer).toContain(`bridge: ${name} refused: input`);
    expect(answer).not.toContain(secret);
  }
  expect(readFileSync(`${program.userData}/data/log/events.jsonl`, 'utf8')).not.toContain(secret);
});

tried('refuses what is too deep before any schema sees it', async (program) => {
  let deep: unknown = 'x';
  for (let depth = 0; depth < 40; depth += 1) deep = { deep };
  expect(await raw(program, 'settings.set', deep)).toContain('refused: payload');
});

tried('sends nothing that is no envelope, whatever a window claims', async (program) => {
  const answer = await raw(program, 'shares.send', {
    accountId: 'builtin',
    envelope: 'the plain secret',
    name: null,
    policy: { expiresAt: null, maxAccess: 1 },
  });
  expect(answer).toBe('answered {"outcome":"invalid","why":"not-an-envelope"}');
});

tried('is not there in a frame within the window', async ({ window }) => {
  const inFrame = await window.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentWindow as unknown as Record<string, unknown> | null;
    const found = typeof inner?.['enigma'];
    frame.remove();
    return found;
  });
  expect(inFrame).toBe('undefined');
});

tried('throttles a flood, and answers when it is over', async ({ app, window, userData }) => {
  const before = await app.evaluate(() => process.memoryUsage().rss);
  const outcomes = await window.evaluate(async () => {
    const { calls } = (
      globalThis as unknown as { enigma: { calls: Record<string, (input?: unknown) => Promise<unknown>> } }
    ).enigma;
    const counts = { answered: 0, throttled: 0, input: 0, other: 0 };
    const count = async (call: Promise<unknown>): Promise<void> => {
      try {
        await call;
        counts.answered += 1;
      } catch (problem) {
        const code = /refused: (throttled|input)$/.exec(String(problem))?.[1];
        counts[(code as 'throttled' | 'input' | undefined) ?? 'other'] += 1;
      }
    };
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 500 }, () => count(calls['app.info']!())));
    const large = 'x'.repeat(2 * 1024 * 1024);
    await Promise.all(Array.from({ length: 100 }, () => count(calls['secrets.open']!({ link: large }))));
    return counts;
  });
  expect(outcomes.other).toBe(0);
  expect(outcomes.input).toBe(100);
  expect(outcomes.throttled).toBeGreaterThan(5_000);
  await expect
    .poll(async () => (await app.evaluate(() => process.memoryUsage().rss)) - before, { timeout: 30_000 })
    .toBeLessThan(250 * 1024 * 1024);
  const log = readFileSync(`${userData}/data/log/events.jsonl`, 'utf8');
  expect(log.split('\n').filter((line) => line.includes('throttled')).length).toBeLessThan(50);
  await expect.poll(() => raw({ window }, 'app.info', undefined)).toContain('answered');
});

tried('outlives frames that are gone before they are answered', async ({ app, window }) => {
  for (let round = 0; round < 5; round += 1) {
    await app.evaluate(async ({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      const loaded = new Promise<void>((done) => {
        webContents.once('did-finish-load', () => {
          done();
        });
      });
      await webContents.executeJavaScript(
        `for (let count = 0; count < 30; count += 1) void enigma.calls['shares.refresh']().catch(() => 0); 0`,
      );
      webContents.reload();
      await loaded;
    });
  }
  // The last page may still be coming up when it is first asked.
  await expect
    .poll(() => raw({ window }, 'app.info', undefined).catch(() => 'not there yet'))
    .toContain('answered');
});

tried('does not hear a window it did not open itself', async (program) => {
  const answer = await program.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      // The very same page with the very same preload, but nobody registered it.
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      try {
        await stranger.loadURL('app://enigmacrypt/index.html');
        return (await stranger.webContents.executeJavaScript(
          `enigma.calls['ledger.summary']().then(() => 'answered', String)`,
        )) as string;
      } finally {
        stranger.destroy();
      }
    },
    resolve(import.meta.dirname, '../../out/preload/main.cjs'),
  );
  expect(answer).toContain('bridge: ledger.summary refused: sender');
});

tried('does not hear our own window once it shows another page', async (program) => {
  const answer = await program.app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    await window.loadURL('data:text/html,elsewhere').catch(() => undefined);
    return (await window.webContents.executeJavaScript(
      `typeof enigma === 'undefined' ? 'no bridge' : enigma.calls['ledger.summary']().then(() => 'answered', String)`,
    )) as string;
  });
  expect(answer).not.toBe('answered');
});
