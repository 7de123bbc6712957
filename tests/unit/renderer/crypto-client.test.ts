import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWebCryptoEngine } from '../../../src/core/envelope/engines/webcrypto.ts';
import { createUtf8, SLICE_UNITS } from '../../../src/core/envelope/index.ts';
import { createCryptoClient, type WorkerLike } from '../../../src/renderer/crypto/client.ts';
import { type Job, startJob } from '../../../src/renderer/crypto/job.ts';
import { ENVELOPE_SLICE, type FromWorker, type ToWorker } from '../../../src/renderer/crypto/protocol.ts';

interface LocalWorker extends WorkerLike {
  readonly received: ToWorker[];
  /** How many slices it asked for without memory to put them in. */
  askedForNew: number;
  /** What a browser does to a worker that died. */
  die(): void;
}

/** The worker's real code on this thread, messages copied and delivered as tasks. */
function localWorker({ isDeaf = false } = {}): LocalWorker {
  const listeners: ((event: { data: FromWorker }) => void)[] = [];
  const deaths: (() => void)[] = [];
  const jobs = new Map<number, Job>();
  const received: ToWorker[] = [];
  let isAlive = true;
  const tools = {
    engine: createWebCryptoEngine(webcrypto.subtle as SubtleCrypto),
    utf8: createUtf8(TextEncoder, TextDecoder),
    random: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)),
    post: (message: FromWorker, transfer: Transferable[] = []) => {
      if (message.type === 'more' && message.spent === undefined) local.askedForNew += 1;
      const data = structuredClone(message, { transfer });
      setTimeout(() => {
        if (isAlive) for (const listener of listeners) listener({ data });
      });
    },
  };
  const take = (message: ToWorker): void => {
    if (message.type === 'seal' || message.type === 'open') jobs.set(message.job, startJob(message, tools));
    else if (message.type !== 'estimate') jobs.get(message.job)?.take(message);
  };
  const local: LocalWorker = {
    received,
    askedForNew: 0,
    die: () => {
      for (const death of deaths) death();
    },
    postMessage: (message, transfer) => {
      const data = structuredClone(message, { transfer });
      received.push(data);
      if (!isDeaf) {
        setTimeout(() => {
          take(data);
        });
      }
    },
    terminate: () => {
      isAlive = false;
    },
    addEventListener: (type: string, listener: never) => {
      if (type === 'message') listeners.push(listener);
      else if (type === 'error') deaths.push(listener);
    },
  };
  return local;
}

const job = (content: string) => ({
  content,
  password: 'correct-horse-battery-staple',
  hash: 'SHA-256' as const,
  created: '2026-08-04T10:00:00.000Z',
  maxLength: 32 * 1024 * 1024,
});

describe('the crypto client', () => {
  it('seals what it can open again, across slices and within surrogate pairs', async () => {
    const client = createCryptoClient(() => localWorker());
    const content = 'x'.repeat(SLICE_UNITS - 1) + '🔑'.repeat(10) + 'ñ'.repeat(SLICE_UNITS);
    const sealed = await client.seal(job(content));
    const opened = sealed.ok ? await client.open(sealed.value, job('').password) : sealed;
    expect(opened).toMatchObject({ ok: true, value: { hash: 'SHA-256' } });
    expect(opened.ok && opened.value.content === content).toBe(true);
  });

  it('tells how far it is, never backwards', async () => {
    const shares: number[] = [];
    const client = createCryptoClient(() => localWorker());
    await client.seal(job('y'.repeat(3 * SLICE_UNITS)), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('says that a password is wrong', async () => {
    const client = createCryptoClient(() => localWorker());
    const sealed = await client.seal(job('a secret'));
    const opened = sealed.ok ? await client.open(sealed.value, 'another') : sealed;
    expect(opened).toEqual({ ok: false, error: { code: 'wrong-password-or-altered' } });
  });

  it('refuses what would be longer than the service takes', async () => {
    const client = createCryptoClient(() => localWorker());
    const sealed = await client.seal({ ...job('z'.repeat(10_000)), maxLength: 5000 });
    expect(sealed).toEqual({ ok: false, error: { code: 'too-large' } });
  });

  it('stops when asked to', async () => {
    const abort = new AbortController();
    const client = createCryptoClient(() => localWorker());
    const sealing = client.seal(job('y'.repeat(8 * SLICE_UNITS)), {
      signal: abort.signal,
      onProgress: () => {
        abort.abort();
      },
    });
    expect(await sealing).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  it('replaces a worker that does not stop, and works on with the next', async () => {
    const workers: LocalWorker[] = [];
    const client = createCryptoClient(() => {
      const worker = localWorker({ isDeaf: workers.length === 0 });
      workers.push(worker);
      return worker;
    });
    const abort = new AbortController();
    const stuck = client.seal(job('a secret'), { signal: abort.signal });
    abort.abort();
    expect(await stuck).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(await client.seal(job('a secret'))).toMatchObject({ ok: true });
    expect(workers).toHaveLength(2);
  });

  it('ends its jobs with a reason when the worker dies, and starts another', async () => {
    const workers: LocalWorker[] = [];
    const client = createCryptoClient(() => {
      const worker = localWorker({ isDeaf: workers.length === 0 });
      workers.push(worker);
      return worker;
    });
    const lost = client.seal(job('a secret'));
    workers[0]?.die();
    expect(await lost).toEqual({ ok: false, error: { code: 'crashed' } });
    expect(await client.seal(job('a secret'))).toMatchObject({ ok: true });
  });

  it('hands a text over slice by slice, only when it is asked, in memory that comes back', async () => {
    const worker = localWorker();
    const client = createCryptoClient(() => worker);
    await client.seal(job('y'.repeat(12 * SLICE_UNITS + 1)));
    const slices = worker.received.filter((message) => message.type === 'content');
    expect(slices.map(({ units }) => units)).toEqual([...new Array<number>(12).fill(SLICE_UNITS), 1]);
    expect(slices.map(({ isLast }) => isLast).indexOf(true)).toBe(12);
    expect(worker.askedForNew).toBeLessThan(8);
  });

  it('hands an envelope over slice by slice and opens it', async () => {
    const worker = localWorker();
    const client = createCryptoClient(() => worker);
    const content = 'z'.repeat(ENVELOPE_SLICE);
    const sealed = await client.seal(job(content));
    const opened = sealed.ok ? await client.open(sealed.value, job('').password) : sealed;
    expect(opened.ok && opened.value.content === content).toBe(true);
    const slices = worker.received.filter((message) => message.type === 'slice');
    expect(slices.map(({ isLast }) => isLast)).toEqual([false, true]);
  });

  it('reads ahead while a slice is used, but not without end', async () => {
    const worker = localWorker();
    const client = createCryptoClient(() => worker);
    let ahead = 0;
    await client.seal(job('y'.repeat(80 * SLICE_UNITS)), {
      onProgress: (share) => {
        const sent = worker.received.filter((message) => message.type === 'content').length;
        ahead = Math.max(ahead, sent - share * 80);
      },
    });
    expect(ahead).toBeLessThan(48);
  });
});
