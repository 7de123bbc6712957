/** What is measured in the window: the program's own crypto worker, and beside it the documentation's way. */
import { createCryptoClient, spawnCryptoWorker } from '../../../../src/renderer/crypto/client.ts';
import { startOwnWorker } from '../../../../src/renderer/crypto/own-worker.ts';
import referenceAddress from './reference-worker.ts?worker&url';
import type { BenchPage } from '../bench-page.ts';

const PASSWORD = 'correct horse battery staple';
const NO_LIMIT = 1_000_000_000;

const client = createCryptoClient(spawnCryptoWorker);
let content = '';
let longestTask = 0;

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longestTask = Math.max(longestTask, entry.duration);
}).observe({ type: 'longtask' });

const bench: BenchPage = {
  async prepare(bytes) {
    // One repeated line: what it says does not matter to AES, and it is one byte a character.
    const line = 'The quick brown fox jumps over the lazy dog, "quoted" and \\escaped\\. 0123456789\n';
    content = line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes);
    // Reading it makes the engine put it together now; its task is reported a little later.
    content.charCodeAt(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  async seal() {
    longestTask = 0;
    const started = performance.now();
    const sealed = await client.seal({
      content,
      password: PASSWORD,
      hash: 'SHA-256',
      created: new Date().toISOString(),
      maxLength: NO_LIMIT,
    });
    const ms = performance.now() - started;
    if (!sealed.ok) throw new Error(sealed.error.code);
    return { ms, length: sealed.value.length };
  },
  async cancel() {
    const controller = new AbortController();
    let share = 0;
    const sealing = client.seal(
      {
        content,
        password: PASSWORD,
        hash: 'SHA-256',
        created: new Date().toISOString(),
        maxLength: NO_LIMIT,
      },
      {
        signal: controller.signal,
        onProgress: (reached) => {
          share = reached;
          if (reached > 0.2) controller.abort();
        },
      },
    );
    const outcome = await sealing;
    return { code: outcome.ok ? 'sealed' : outcome.error.code, share };
  },
  async reference() {
    // A worker of its own each time: what it leaves behind would be swept up while the program's is measured.
    const worker = startOwnWorker(referenceAddress, 'reference');
    await nextMessage(worker, { content: 'x', password: PASSWORD });
    const started = performance.now();
    await nextMessage(worker, { content, password: PASSWORD });
    const ms = performance.now() - started;
    worker.terminate();
    return ms;
  },
  longestTask: () => longestTask,
};

function nextMessage(worker: Worker, order: { content: string; password: string }): Promise<void> {
  return new Promise((resolve) => {
    worker.onmessage = () => {
      resolve();
    };
    worker.postMessage(order);
  });
}

Object.assign(globalThis, { bench });
