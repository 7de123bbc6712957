import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attempts } from './support/attempts.ts';
import { askForDevices, askForPermissions } from './support/devices.ts';
import { expect, test } from './support/program.ts';
import { tryCallsWithoutHeaders, tryWaysOut } from './support/ways-out.ts';

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

const tried = attempts('a window has no way out');

tried('runs in a sandbox without Node, with the bridge as its only door', async (program) => {
  const found = await program.window.evaluate(() => {
    const scope = globalThis as Record<string, unknown>;
    const bridge = scope['enigma'] as Record<string, Record<string, unknown>>;
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in scope),
      bridge: Object.keys(bridge),
      kinds: [
        ...new Set(Object.values(bridge).flatMap((part) => Object.values(part).map((entry) => typeof entry))),
      ],
      frozen: Object.isFrozen(bridge),
      secure: isSecureContext,
      address: location.origin,
    };
  });
  expect(found).toMatchObject({ node: [], bridge: ['calls', 'events'], kinds: ['function'], secure: true });
});

tried('has the settings that are written down, and its headers isolate it', async ({ app, window }) => {
  const settings = await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    const contents = shown!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(settings).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true });
  for (const name of [
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webviewTag',
    'navigateOnDragDrop',
    'plugins',
    'enableBlinkFeatures',
    'experimentalFeatures',
    'allowRunningInsecureContent',
  ]) {
    // Electron reports some of them only where they are on.
    expect(Boolean(settings[name]), name).toBe(false);
  }
  expect(await window.evaluate(() => crossOriginIsolated)).toBe(true);
});

tried('takes no text for markup, for code or for a worker', async ({ window }) => {
  const outcomes = await window.evaluate(() => {
    const outcome = (work: () => unknown) => {
      try {
        work();
        return 'taken';
      } catch {
        return 'refused';
      }
    };
    const factory = (
      globalThis as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): unknown };
      }
    ).trustedTypes;
    const markup = '<img src="x" onerror="globalThis.markupRan = true">';
    return {
      markup: outcome(() => (document.createElement('div').innerHTML = markup)),
      outer: outcome(() => (document.body.appendChild(document.createElement('i')).outerHTML = markup)),
      adjacent: outcome(() => {
        document.body.insertAdjacentHTML('beforeend', markup);
      }),
      parsed: outcome(() => new DOMParser().parseFromString(markup, 'text/html')),
      frame: outcome(() => (document.createElement('iframe').srcdoc = markup)),
      script: outcome(() => (document.createElement('script').src = '/assets/other.js')),
      worker: outcome(() => new Worker('/assets/worker.js')),
      ownPolicy: outcome(() => factory.createPolicy('evil', { createHTML: (text: string) => text })),
      defaultPolicy: outcome(() => factory.createPolicy('default', { createHTML: (text: string) => text })),
      samePolicy: outcome(() =>
        factory.createPolicy('own-worker', { createScriptURL: (text: string) => text }),
      ),
      ran: 'markupRan' in globalThis,
    };
  });
  const { ran, ...others } = outcomes;
  expect(ran).toBe(false);
  expect(new Set(Object.values(others)), JSON.stringify(others)).toEqual(new Set(['refused']));
});

tried('is offered no device, even by the person’s own click', askForDevices);

tried('has no network, whichever way it tries', async (program) => {
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
        try {
          made.setAttribute(attribute, `${target}/${name}`);
          document.body.append(made);
        } catch {
          // A script’s address is no text here.
          resolve('refused');
        }
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

tried('has no network even without its policy: the session refuses too', async (program) => {
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

tried('calls no other browser, and has no name looked up', tryWaysOut);

tried('calls nobody even without its headers: the session sends nowhere', tryCallsWithoutHeaders);

tried('evaluates no text and runs no inline script', async (program) => {
  const outcomes = await program.window.evaluate(async () => {
    const outcome = (work: () => unknown) => {
      try {
        work();
        return 'ran';
      } catch {
        return 'refused';
      }
    };
    const inline = document.createElement('script');
    const handler = document.createElement('button');
    // By a text node, which is not looked at when it is set but when the script is about to run.
    outcome(() => {
      inline.append('globalThis.inlineRan = true');
    });
    outcome(() => (inline.textContent = 'globalThis.inlineRan = true'));
    document.body.append(inline);
    outcome(() => {
      handler.setAttribute('onclick', 'globalThis.handlerRan = true');
    });
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
    // The test's own way into the page may evaluate text, until it comes back from a turn of its own.
    await new Promise((turn) => setTimeout(turn));
    return {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the point is that it is refused
      constructed: outcome(() => new Function('return 1')),
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

tried('stays on its page: no navigation, no second window, no frame, no webview', async (program) => {
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
  await expect.poll(() => window.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(requests).toEqual([]);
});

tried('is refused every permission', askForPermissions);

tried('downloads nothing', async (program) => {
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

tried('gets its own files only, each with the security headers', async (program) => {
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

tried(
  'is told by no other method and of no other kind of file, and loads nothing foreign from outside',
  async ({ app }) => {
    const found = await app.evaluate(async ({ session, BrowserWindow }, target) => {
      const ask = async (method: string) =>
        (await session.defaultSession.fetch('app://enigmacrypt/index.html', { method })).status;
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, webviewTag: true },
      });
      const load = (address: string) =>
        stranger.loadURL(address).then(
          () => 'loaded',
          () => 'refused',
        );
      let attached = false;
      stranger.webContents.on('did-attach-webview', () => (attached = true));
      try {
        const remote = await load(`${target}/whole-window`);
        const file = await load('file:///etc/hostname');
        const script = await load('javascript:1');
        await load('about:blank');
        // A window made without thought, which may embed others: still, none is attached.
        await stranger.webContents.executeJavaScript(
          `document.body.append(Object.assign(document.createElement('webview'), { src: '${target}/embedded' })); new Promise((done) => setTimeout(done, 300))`,
        );
        return {
          methods: [await ask('POST'), await ask('PUT'), await ask('DELETE')],
          remote,
          file,
          script,
          attached,
        };
      } finally {
        stranger.destroy();
      }
    }, origin);
    expect(found).toEqual({
      methods: [405, 405, 405],
      remote: 'refused',
      file: 'refused',
      script: 'refused',
      attached: false,
    });
    expect(requests).toEqual([]);
  },
);
