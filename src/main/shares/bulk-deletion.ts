/** Deletes many at their services, one after another, as fast as those allow. */
import type { Clock } from '../../core/ports.ts';
import type { BulkOutput, BulkProgress } from '../../shared/bridge/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ServiceDirectory } from './directory.ts';
import type { Reviewer } from './reviewer.ts';

export interface BulkParts {
  readonly ledger: Ledger;
  readonly services: ServiceDirectory;
  readonly reviewer: Reviewer;
  readonly clock: Clock;
  readonly tell: (progress: BulkProgress) => void;
  /** Settles after so many milliseconds, or at once when told to stop. */
  readonly wait: (milliseconds: number, stopped: Promise<void>) => Promise<void>;
}

export interface BulkDeletion {
  run(ids: readonly string[]): Promise<BulkOutput>;
  /** False when nothing was under way. */
  stop(): boolean;
}

/** As often as an eye can follow. */
const TELL_EVERY_MS = 100;

interface Run {
  isStopped: boolean;
  readonly stopped: Promise<void>;
  readonly stop: () => void;
}

export function createBulkDeletion(parts: BulkParts): BulkDeletion {
  const runs = new Set<Run>();
  return {
    async run(ids) {
      const run = newRun();
      runs.add(run);
      try {
        return await deleteAll(parts, ids, run);
      } finally {
        runs.delete(run);
      }
    },
    stop() {
      for (const run of runs) run.stop();
      return runs.size > 0;
    },
  };
}

function newRun(): Run {
  let resolve = (): void => undefined;
  const stopped = new Promise<void>((settle) => {
    resolve = settle;
  });
  const run: Run = {
    isStopped: false,
    stopped,
    stop() {
      run.isStopped = true;
      resolve();
    },
  };
  return run;
}

async function deleteAll(parts: BulkParts, ids: readonly string[], run: Run): Promise<BulkOutput> {
  const output: BulkOutput = { done: 0, already: 0, failed: [], stopped: 0 };
  const { tell, clock } = parts;
  let told = 0;
  for (const [index, id] of ids.entries()) {
    if (clock() - told >= TELL_EVERY_MS || clock() < told) {
      told = clock();
      tell({ done: index, total: ids.length, waitsUntil: null });
    }
    const pausing = async (milliseconds: number): Promise<void> => {
      const until = new Date(clock() + milliseconds).toISOString();
      tell({ done: index, total: ids.length, waitsUntil: until });
      await parts.wait(milliseconds, run.stopped);
    };
    const answer = run.isStopped ? 'stopped' : await deleteOne(parts, id, run, pausing);
    if (answer === 'stopped') output.stopped += 1;
    else if (answer.outcome === 'failed') output.failed.push({ id, reason: answer.reason });
    else {
      output.done += 1;
      if (answer.already) output.already += 1;
    }
  }
  tell({ done: ids.length, total: ids.length, waitsUntil: null });
  return output;
}

type Answer =
  | { readonly outcome: 'deleted'; readonly already: boolean }
  | { readonly outcome: 'failed'; readonly reason: BulkOutput['failed'][number]['reason'] };

/** A service that asks to wait is waited for, as long as the person likes. */
async function deleteOne(
  { ledger, services, reviewer }: BulkParts,
  id: string,
  run: Run,
  pausing: (milliseconds: number) => Promise<void>,
): Promise<Answer | 'stopped'> {
  const record = ledger.find(id);
  if (record !== null && record.deletedAt !== null) return { outcome: 'deleted', already: true };
  const service = record === null ? null : services.byId(record.service.id);
  for (;;) {
    const delay = service?.delay('manage') ?? null;
    if (delay === null) {
      const answer = await reviewer.remove(id);
      if (answer.outcome === 'not-listed') return { outcome: 'failed', reason: { code: 'not-found' } };
      if (answer.outcome === 'deleted') return answer;
      if (answer.reason.code !== 'rate-limited') return answer;
      await pausing(Math.max(1, answer.reason.retryAfterSeconds) * 1_000);
    } else await pausing(delay);
    if (run.isStopped) return 'stopped';
  }
}
