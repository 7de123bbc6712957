/** Whether the program is locked, and the way there and back. */
import type { LockState, UnlockOutput } from '../../shared/bridge/resident.ts';
import type { Log } from '../log/log.ts';

export type LockReason = Extract<LockState, { isLocked: true }>['why'];
export type Opener = Extract<LockState, { isLocked: true }>['opens'];

export interface LockParts {
  /** Takes every window away with what is in it. At once, before anything that may wait. */
  readonly wipe: () => void;
  /** Drops what only memory holds: the clipboard if it is ours, tokens, the key of the list. */
  readonly forget: () => Promise<void>;
  /** Asks for what opens it. Tokens and keys may be fetched anew once it says `unlocked`. */
  readonly prove: (passphrase: string | null) => Promise<UnlockOutput>;
  readonly opener: () => Opener;
  /** After the lock has opened. */
  readonly resume: () => void;
  readonly log: Log;
}

export interface Lock {
  readonly state: LockState;
  lock(why: LockReason): void;
  unlock(passphrase: string | null): Promise<UnlockOutput>;
  /** Tells of each change. */
  onChange(listener: (isLocked: boolean) => void): void;
}

export function createLock(parts: LockParts): Lock {
  let state: LockState = { isLocked: false };
  /** Locking again while somebody unlocks must win: each lock has a number. */
  let turn = 0;
  let forgotten = Promise.resolve();
  const forget = (): void => {
    // What could not be forgotten must not keep the person out for ever.
    forgotten = parts.forget().catch(() => {
      parts.log.write('lock', { code: 'not-forgotten' });
    });
  };
  const listeners: ((isLocked: boolean) => void)[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener(state.isLocked);
  };
  return {
    get state() {
      return state;
    },
    lock(why) {
      turn += 1;
      if (state.isLocked) return;
      // First, so that nothing a window still asks for is answered.
      state = { isLocked: true, why, opens: parts.opener() };
      parts.log.write('lock', { code: why });
      parts.wipe();
      forget();
      tell();
    },
    async unlock(passphrase) {
      if (!state.isLocked) return 'unlocked';
      const mine = turn;
      await forgotten;
      const outcome = await parts.prove(passphrase);
      parts.log.write('lock', { code: outcome });
      if (outcome !== 'unlocked') return outcome;
      if (mine !== turn) {
        // It was locked once more meanwhile: what the proof brought back goes again.
        forget();
        return 'keychain';
      }
      state = { isLocked: false };
      parts.resume();
      tell();
      return 'unlocked';
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}

/** One after another, each of them whatever becomes of those before it. Rejects at the end with the first trouble. */
export async function takeEachStep(steps: readonly (() => void | Promise<void>)[]): Promise<void> {
  const troubles: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (trouble) {
      troubles.push(trouble);
    }
  }
  if (troubles.length > 0) throw new Error('a step was not taken to its end', { cause: troubles[0] });
}
