import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, test } from './support/program.ts';

/** Counts what reaches it: the proof that nothing left a window. */
let server: Server;
let origin: string;
let requests: string[] = [];
test.beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.beforeEach(() => {
  requests = [];
});
test.afterAll(() => {
  server.close();
});

const breaksThePolicy = { annotation: { type: 'breaks-the-policy' } };

test.describe('a window', () => {
  test('runs in a sandbox without Node, with the bridge as its only door', async ({ program }) => {
    const found = await program.window.evaluate(() => {
      const scope = globalThis as Record<string, unknown>;
      const bridge = scope['enigma'] as Record<string, Record<string, unknown>>;
      return {
        node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in scope),
        bridge: Object.keys(bridge),
        kinds: [
          ...new Set(
            Object.values(bridge).flatMap((part) => Object.values(part).map((entry) => typeof entry)),
          ),
        ],
        frozen: Object.isFrozen(bridge),
        secure: isSecureContext,
        address: location.origin,
      };
    });
    expect(found).toMatchObject({ node: [], bridge: ['calls', 'events'], kinds: ['function'], secure: true });
  });

  test('has no network, whichever way it tries', breaksThePolicy, async ({ program }) => {
    const outcomes = await program.window.evaluate(async (target) => {
      const withLimit = (work: Promise<string>) =>
        Promise.race([work, new Promise<string>((resolve) => setTimeout(resolve, 1500, 'nothing'))]);
      const element = (name: 'img' | 'script' | 'iframe', attribute = 'src') =>
        new Promise<string>((resolve) => {
          const made = document.createElement(name);
          made.onerror = () => {
            resolve('refused');
          };
          made.onload = () => {
            resolve('loaded');
          };
          made.setAttribute(attribute, `${target}/${name}`);
          document.body.append(made);
        });
      return {
        fetch: await fetch(`${target}/fetch`).then(
          () => 'reached',
          () => 'refused',
        ),
        noCors: await fetch(`${target}/no-cors`, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
        beacon: navigator.sendBeacon(`${target}/beacon`, 'secret') ? 'queued' : 'refused',
        socket: await withLimit(
          new Promise<string>((resolve) => {
            try {
              const socket = new WebSocket(target.replace('http', 'ws'));
              socket.onopen = () => {
                resolve('reached');
              };
              socket.onerror = () => {
                resolve('refused');
              };
            } catch {
              resolve('refused');
            }
          }),
        ),
        stream: await withLimit(
          new Promise<string>((resolve) => {
            try {
              const source = new EventSource(`${target}/events`);
              source.onopen = () => {
                resolve('reached');
              };
              source.onerror = () => {
                resolve('refused');
              };
            } catch {
              resolve('refused');
            }
          }),
        ),
        image: await withLimit(element('img')),
        script: await withLimit(element('script')),
        style: getComputedStyle(Object.assign(document.body, { style: `background:url(${target}/css)` }))
          .display,
      };
    }, origin);
    expect(outcomes).toMatchObject({
      fetch: 'refused',
      noCors: 'refused',
      socket: 'refused',
      stream: 'refused',
      image: 'refused',
      script: 'refused',
    });
    await program.window.waitForTimeout(300);
    expect(requests).toEqual([]);
  });

  test('has no network even without its policy: the session refuses too', async ({ program }) => {
    const reached = await program.app.evaluate(async ({ session }, target) => {
      try {
        await session.defaultSession.fetch(`${target}/session`);
        return true;
      } catch {
        return false;
      }
    }, origin);
    expect(reached).toBe(false);
    expect(requests).toEqual([]);
  });

  test('evaluates no text and runs no inline script', breaksThePolicy, async ({ program }) => {
    const outcomes = await program.window.evaluate(async () => {
      const tried = (work: () => unknown) => {
        try {
          work();
          return 'ran';
        } catch {
          return 'refused';
        }
      };
      const inline = document.createElement('script');
      inline.textContent = 'globalThis.inlineRan = true';
      document.body.append(inline);
      const handler = document.createElement('button');
      handler.setAttribute('onclick', 'globalThis.handlerRan = true');
      document.body.append(handler);
      handler.click();
      const blob = new Blob(['postMessage(1)'], { type: 'text/javascript' });
      const worker = await new Promise<string>((resolve) => {
        try {
          const made = new Worker(URL.createObjectURL(blob));
          made.onmessage = () => {
            resolve('ran');
          };
          made.onerror = () => {
            resolve('refused');
          };
        } catch {
          resolve('refused');
        }
      });
      return {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the point is that it is refused
        constructed: tried(() => new Function('return 1')),
        wasm: await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
          () => 'ran',
          () => 'refused',
        ),
        worker,
        inline: 'inlineRan' in globalThis,
        handler: 'handlerRan' in globalThis,
      };
    });
    expect(outcomes).toEqual({
      constructed: 'refused',
      wasm: 'refused',
      worker: 'refused',
      inline: false,
      handler: false,
    });
  });

  test(
    'stays on its page: no navigation, no second window, no frame, no webview',
    breaksThePolicy,
    async ({ program }) => {
      const { app, window } = program;
      const before = window.url();
      const opened = await window.evaluate((target) => {
        const frame = document.createElement('iframe');
        frame.src = `${target}/frame`;
        const view = document.createElement('webview');
        view.setAttribute('src', `${target}/webview`);
        document.body.append(frame, view);
        const link = document.createElement('a');
        link.href = `${target}/link`;
        link.target = '_blank';
        document.body.append(link);
        link.click();
        const second = globalThis.open(`${target}/open`);
        location.href = `${target}/navigate`;
        return second === null;
      }, origin);
      await window.waitForTimeout(500);
      expect(opened).toBe(true);
      expect(window.url()).toBe(before);
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
      expect(requests).toEqual([]);
    },
  );

  test('is refused every permission and device', async ({ program }) => {
    const outcomes = await program.window.evaluate(async () => {
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      const asked = (work: Promise<unknown>) =>
        work.then(
          () => 'granted',
          () => 'refused',
        );
      return {
        states: await Promise.all(
          ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'].map(state),
        ),
        read: await asked(navigator.clipboard.readText()),
        write: await asked(navigator.clipboard.writeText('x')),
        camera: await asked(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await asked(navigator.mediaDevices.getDisplayMedia()),
        notification: await Notification.requestPermission(),
        place: await asked(
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, reject);
          }),
        ),
      };
    });
    expect(outcomes).toEqual({
      states: ['denied', 'denied', 'denied', 'denied', 'denied'],
      read: 'refused',
      write: 'refused',
      camera: 'refused',
      screen: 'refused',
      notification: 'denied',
      place: 'refused',
    });
  });

  test('downloads nothing', async ({ program }) => {
    const { app, window } = program;
    await app.evaluate(({ session }) => {
      const state = globalThis as { downloads?: string[] };
      state.downloads = [];
      session.defaultSession.on('will-download', (event, item) => {
        item.once('done', (_event, result) => state.downloads?.push(result));
        if (!event.defaultPrevented) state.downloads?.push('allowed');
      });
    });
    await window.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'data:text/plain,secret';
      link.download = 'secret.txt';
      document.body.append(link);
      link.click();
    });
    await window.waitForTimeout(500);
    expect(await app.evaluate(() => (globalThis as { downloads?: string[] }).downloads)).not.toContain(
      'allowed',
    );
  });

  test('gets its own files only, each with the security headers', async ({ program }) => {
    const answers = await program.app.evaluate(async ({ session }) => {
      const paths = [
        '/index.html',
        '/../main/index.js',
        '/%2e%2e/main/index.js',
        '/..%2fmain%2findex.js',
        '//etc/passwd',
        '/nothing.js',
      ];
      const get = async (address: string) => {
        const response = await session.defaultSession.fetch(address);
        return { status: response.status, headers: Object.fromEntries(response.headers.entries()) };
      };
      return {
        paths: await Promise.all(paths.map((path) => get(`app://enigmacrypt${path}`))),
        foreign: await get('app://elsewhere/index.html').then(
          ({ status }) => status,
          () => 'refused',
        ),
        file: await session.defaultSession.fetch('file:///etc/passwd').then(
          () => 'read',
          () => 'refused',
        ),
      };
    });
    expect(answers.paths.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404, 404]);
    for (const { headers } of answers.paths) {
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    }
    expect(answers.foreign).toBe('refused');
    expect(answers.file).toBe('refused');
  });
});

test.describe('the bridge', () => {
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

  test('refuses what does not fit a call’s schema, and says only the code', async ({ program }) => {
    const secret = 'CANARY-IN-A-BAD-CALL';
    for (const [name, input] of [
      ['settings.set', { theme: secret }],
      ['settings.set', { theme: 'dark', token: secret }],
      ['shares.send', { envelope: 5, name: secret, policy: {} }],
      ['shares.send', { envelope: 'x', name: secret, policy: { expiresAt: null, maxAccess: -1 } }],
      ['shares.delete', { id: secret }],
      ['shares.list', { unexpected: secret }],
      ['secrets.open', { link: [secret] }],
    ] as const) {
      const answer = await raw(program, name, input);
      expect(answer).toContain(`bridge: ${name} refused: input`);
      expect(answer).not.toContain(secret);
    }
    expect(readFileSync(`${program.userData}/data/log/events.jsonl`, 'utf8')).not.toContain(secret);
  });

  test('refuses what is too deep before any schema sees it', async ({ program }) => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 40; depth += 1) deep = { deep };
    expect(await raw(program, 'settings.set', deep)).toContain('refused: payload');
  });

  test('sends nothing that is no envelope, whatever a window claims', async ({ program }) => {
    const answer = await raw(program, 'shares.send', {
      accountId: 'builtin',
      envelope: 'the plain secret',
      name: null,
      policy: { expiresAt: null, maxAccess: 1 },
    });
    expect(answer).toBe('answered {"outcome":"invalid","why":"not-an-envelope"}');
  });

  test('does not hear a window it did not open itself', async ({ program }) => {
    const answer = await program.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        // The very same page with the very same preload, but nobody registered it.
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        try {
          await stranger.loadURL('app://enigmacrypt/index.html');
          return (await stranger.webContents.executeJavaScript(
            `enigma.calls['shares.list']().then(() => 'answered', String)`,
          )) as string;
        } finally {
          stranger.destroy();
        }
      },
      resolve(import.meta.dirname, '../../out/preload/main.cjs'),
    );
    expect(answer).toContain('bridge: shares.list refused: sender');
  });

  test('does not hear our own window once it shows another page', async ({ program }) => {
    const answer = await program.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!;
      await window.loadURL('data:text/html,elsewhere').catch(() => undefined);
      return (await window.webContents.executeJavaScript(
        `typeof enigma === 'undefined' ? 'no bridge' : enigma.calls['shares.list']().then(() => 'answered', String)`,
      )) as string;
    });
    expect(answer).not.toBe('answered');
  });
});
