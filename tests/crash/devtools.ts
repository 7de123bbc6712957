/**
 * As much of the DevTools protocol as it takes to make a window call its bridge. Playwright waits for a window to
 * be complete and now and then misses that one already is; here a program is started hundreds of times.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

export interface DevTools {
  /** The value of an expression in the window, awaited when it is a promise. Rejects when the window is gone. */
  evaluate(expression: string): Promise<unknown>;
  /** Closes the window as its own button would. What becomes of it is not told. */
  closeWindow(): void;
}

const targets = z.array(
  z.object({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string().optional() }),
);
const messages = z.object({
  id: z.int().optional(),
  result: z.unknown().optional(),
  error: z.unknown().optional(),
});
const evaluations = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.unknown().optional(),
});

/**
 * Connects to the first window whose address begins as given.
 * @param origin of the program's DevTools, e.g. `http://127.0.0.1:43435`
 * @param limit milliseconds to wait for the window
 */
export async function connectToWindow(origin: string, url: string, limit: number): Promise<DevTools> {
  const deadline = performance.now() + limit;
  while (performance.now() < deadline) {
    const list = targets.parse(await (await fetch(`${origin}/json/list`)).json());
    const window = list.find((target) => target.type === 'page' && target.url.startsWith(url));
    if (window?.webSocketDebuggerUrl !== undefined) return connect(window.webSocketDebuggerUrl);
    await wait(20);
  }
  throw new Error('the program shows no window');
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (problem: Error) => void;
}

async function connect(address: string): Promise<DevTools> {
  const socket = new WebSocket(address);
  const pending = new Map<number, Pending>();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = messages.parse(JSON.parse(String(data)));
    const asked = id === undefined ? undefined : pending.get(id);
    if (id === undefined || asked === undefined) return;
    pending.delete(id);
    if (error === undefined) asked.resolve(result);
    else asked.reject(new Error(JSON.stringify(error)));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of pending.values()) reject(new Error('the window is gone'));
    pending.clear();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => {
      reject(new Error('the window cannot be reached'));
    });
  });
  const send = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) {
        reject(new Error('the window is gone'));
        return;
      }
      count += 1;
      pending.set(count, { resolve, reject });
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  return {
    async evaluate(expression) {
      const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = evaluations.parse(answer);
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    },
    closeWindow() {
      // The answer comes or is cut off with the window; both are well.
      send('Page.close', {}).catch(() => undefined);
    },
  };
}
