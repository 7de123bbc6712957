/** The crypto worker: seals and opens off the window's frame. It has no network and keeps nothing. */
import { createWebCryptoEngine } from '../../core/envelope/engines/webcrypto.ts';
import { createUtf8 } from '../../core/envelope/index.ts';
import { estimateStrength } from '../../core/password/strength.ts';
import { type Job, startJob } from './job.ts';
import type { FromWorker, JobId, ToWorker } from './protocol.ts';

/** The part of a dedicated worker's global scope that is used here; the DOM's types describe a window. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}
const scope = self as unknown as WorkerScope;

const tools = {
  engine: createWebCryptoEngine(crypto.subtle),
  utf8: createUtf8(TextEncoder, TextDecoder),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  post: (message: FromWorker, transfer: Transferable[] = []) => {
    scope.postMessage(message, transfer);
  },
};

const jobs = new Map<JobId, Job>();

function guard(job: JobId, done: Promise<void>): void {
  void done
    .catch(() => {
      tools.post({ type: 'crashed', job });
    })
    .finally(() => jobs.delete(job));
}

scope.addEventListener('message', ({ data }) => {
  switch (data.type) {
    case 'seal':
    case 'open': {
      const job = startJob(data, tools);
      jobs.set(data.job, job);
      guard(data.job, job.done);
      break;
    }
    case 'estimate':
      guard(
        data.job,
        estimateStrength(data.password).then((strength) => {
          tools.post({ type: 'estimated', job: data.job, strength });
        }),
      );
      break;
    case 'slice':
    case 'content':
    case 'spent':
    case 'cancel':
      jobs.get(data.job)?.take(data);
      break;
  }
});
