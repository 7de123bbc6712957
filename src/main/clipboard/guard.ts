/**
 * Takes what we copied out of the clipboard again, if it still is what we copied. Whether it is, a window of its
 * own finds out: the main process has a mark that says nothing to it.
 */
import type { Clock } from '../../core/ports.ts';
import type { ClipboardMark, ClipboardQuestion, ClipboardState } from '../../shared/bridge/clipboard.ts';
import type { Log } from '../log/log.ts';
import type { SystemClipboard } from './clipboard.ts';

export type Verdict = 'ours' | 'other' | 'unanswered';
type Watch = ClipboardState['watch'];

export interface GuardParts {
  readonly clipboard: SystemClipboard;
  /** Lets a guard window look. */
  readonly ask: (question: ClipboardQuestion) => Promise<Verdict>;
  /** The time that was set; null for only when locking and quitting. */
  readonly seconds: () => number | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: (watch: Watch) => void;
}

export interface ClipboardGuard {
  readonly watch: Watch;
  /** Something of ours was written just now. */
  watchFor(mark: ClipboardMark): void;
  /** Writes a link that the main process knows, reads it back and watches it. False when it is not there. */
  writeLink(link: string): Promise<boolean>;
  /** What is there stays. */
  keep(): void;
  /** The set time changed: a countdown that runs starts anew with it. */
  retime(): void;
  /** Clears at once if it is ours: on lock, on quit, when the time is up. */
  clearNow(): Promise<void>;
}

/** A guard that does not answer is tried once more. */
const TRIES = 2;

export function createClipboardGuard(parts: GuardParts): ClipboardGuard {
  return new Guard(parts);
}

class Guard implements ClipboardGuard {
  readonly #parts: GuardParts;
  #question: ClipboardQuestion | null = null;
  #watch: Watch = { status: 'idle' };
  #timer: NodeJS.Timeout | undefined;
  #clearing: Promise<void> | null = null;

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  get watch(): Watch {
    return this.#watch;
  }

  watchFor(mark: ClipboardMark): void {
    this.#start({ by: 'mark', ...mark });
  }

  async writeLink(link: string): Promise<boolean> {
    const { clipboard, ask } = this.#parts;
    this.keep();
    await clipboard.writeLink(link);
    await clipboard.clearPrimary();
    const question: ClipboardQuestion = { by: 'text', text: link };
    if ((await ask(question)) !== 'ours') return false;
    this.#start(question);
    return true;
  }

  keep(): void {
    this.#stop({ status: 'idle' });
  }

  retime(): void {
    if (this.#question !== null && this.#clearing === null) this.#start(this.#question);
  }

  clearNow(): Promise<void> {
    // Locking while the time is up just now, or quitting while locking: one look is enough for both.
    this.#clearing ??= this.#clear().finally(() => {
      this.#clearing = null;
    });
    return this.#clearing;
  }

  #start(question: ClipboardQuestion): void {
    const { seconds, clock } = this.#parts;
    clearTimeout(this.#timer);
    this.#question = question;
    const time = seconds();
    if (time !== null) this.#timer = setTimeout(() => void this.clearNow(), time * 1000);
    this.#tell({
      status: 'watching',
      until: time === null ? null : new Date(clock() + time * 1000).toISOString(),
    });
  }

  #stop(watch: Watch): void {
    clearTimeout(this.#timer);
    this.#question = null;
    this.#tell(watch);
  }

  #tell(watch: Watch): void {
    this.#watch = watch;
    this.#parts.onChange(watch);
  }

  async #clear(): Promise<void> {
    const question = this.#question;
    if (question === null) return;
    clearTimeout(this.#timer);
    const outcome = await this.#look(question);
    this.#parts.log.write('clipboard', { code: outcome });
    // Something newer of ours was copied while the guard looked: that has a time of its own.
    if (this.#question === question) this.#stop({ status: outcome });
  }

  async #look(question: ClipboardQuestion): Promise<'cleared' | 'replaced' | 'left'> {
    const { clipboard, ask } = this.#parts;
    if ((await clipboard.formats()).length === 0) return 'cleared';
    let verdict: Verdict = 'unanswered';
    for (let tries = 0; verdict === 'unanswered' && tries < TRIES; tries += 1) verdict = await ask(question);
    if (verdict === 'other') return 'replaced';
    // Nobody can say whose it is: what may be another program's is left alone.
    if (verdict === 'unanswered') return 'left';
    await clipboard.clear();
    return (await clipboard.formats()).length === 0 ? 'cleared' : 'left';
  }
}
