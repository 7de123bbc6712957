import type { Result } from '../../core/result.ts';
import type { Release, UpdateFailure } from '../../shared/bridge/updates.ts';

/** Where new versions come from, and how one takes the old one's place. */
export interface UpdateSource {
  /** The newest release if it is newer than this program, or null. It is signed by the makers. */
  look(): Promise<Result<Release | null, UpdateFailure>>;
  /** Fetches what `look` found last, and checks it. `stopped` when `stop` was called meanwhile. */
  download(onProgress: (percent: number) => void): Promise<Result<null, UpdateFailure | 'stopped'>>;
  stop(): void;
  /**
   * Puts what was fetched in place and sees to it that it starts. To be called when this program has nothing left
   * to do.
   *
   * @returns `takes-over` where the system ends this program itself; otherwise it has to quit
   */
  install(): 'installed' | 'takes-over' | 'failed';
}
