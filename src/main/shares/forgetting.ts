/**
 * Takes entries off the list with time to think it over: hidden at once, removed when the time is over or the
 * program ends. Until then they are on disk as they were, so that a crash brings them back.
 */
import { UNDO_MS } from '../../shared/bridge/ledger.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Listing } from '../ledger/listing.ts';
import { isStorageProblem } from '../ledger/storage-problem.ts';
import type { Sender } from './sender.ts';

export interface ForgettingParts {
  readonly ledger: Ledger;
  readonly listing: Listing;
  readonly sender: Pick<Sender, 'cancel'>;
  readonly keychain: Keychain;
  readonly schedule: (milliseconds: number, work: () => void) => () => void;
}

export interface Forgetting {
  /** Answers how many were there. */
  forget(ids: readonly string[]): number;
  /** Answers how many could be brought back. */
  restore(ids: readonly string[]): number;
  /** Removes for good what is hidden, without waiting any longer. */
  finish(): Promise<void>;
}

/** So many are removed in one transaction. */
const CHUNK = 500;

export function createForgetting(parts: ForgettingParts): Forgetting {
  const { ledger, listing, schedule } = parts;
  /** Each with what stops its removal. */
  const waiting = new Map<string, () => void>();
  const take = (ids: readonly string[]): readonly string[] => ids.filter((id) => waiting.delete(id));
  return {
    forget(ids) {
      const known = ids.filter((id) => !waiting.has(id) && ledger.find(id) !== null);
      if (known.length === 0) return 0;
      listing.hide(known);
      const cancel = schedule(UNDO_MS, () => void removeAll(parts, take(known)));
      for (const id of known) waiting.set(id, cancel);
      ledger.touch(known);
      return known.length;
    },
    restore(ids) {
      const back = take(ids);
      listing.show(back);
      if (back.length > 0) ledger.touch(back);
      return back.length;
    },
    async finish() {
      const left = [...waiting.keys()];
      for (const cancel of new Set(waiting.values())) cancel();
      waiting.clear();
      if (ledger.isOpen) await removeAll(parts, left);
    },
  };
}

async function removeAll(
  { ledger, listing, sender, keychain }: ForgettingParts,
  ids: readonly string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    for (const id of chunk) {
      const story = ledger.story(id);
      // What is still in the outbox is cancelled first, so that nothing of it is sent afterwards.
      if (story !== null && story.record.delivery !== 'delivered') await sender.cancel(id);
      if (story?.isPasswordKept !== false) await keychain.remove(`password:${id}`);
    }
    try {
      ledger.forget(chunk);
    } catch (problem) {
      if (!isStorageProblem(problem)) throw problem;
      // They could not be taken out of the file, so they are still in the list: nobody is told otherwise.
      ledger.touch(chunk);
    }
    listing.show(chunk);
  }
}
