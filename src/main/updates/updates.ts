/** Updates as the person meets them: looked for when they say so, fetched when they say so, put in place likewise. */
import type { Clock } from '../../core/ports.ts';
import type { UpdateFailure, UpdateOwner, Updates, UpdateState } from '../../shared/bridge/updates.ts';
import { nextState, type UpdateEvent } from './machine.ts';
import type { UpdateSource } from './port.ts';

/** How often to look where the person wants that. */
export const LOOK_EVERY_MS = 24 * 3_600_000;
/** After the start, so that a look is no part of it. */
const NOT_BEFORE_MS = 60_000;

export interface UpdatesParts {
  /** Null where the program updates itself. */
  readonly owner: UpdateOwner | null;
  readonly hasPage: boolean;
  /** Brings the way to new versions, when it is first needed. */
  readonly load: () => Promise<UpdateSource>;
  readonly wantsLooks: () => boolean;
  readonly lookedAt: { read(): number | null; write(at: number): void };
  readonly clock: Clock;
  readonly tell: (updates: Updates) => void;
  readonly note: (code: UpdateState['state'] | UpdateFailure) => void;
  /** Ends the program in order; a window may hold that up. */
  readonly quit: () => void;
  /** Lets another one of this program start. */
  readonly makeWay: () => void;
}

export class ProgramUpdates {
  readonly #parts: UpdatesParts;
  #state: UpdateState;
  #source: Promise<UpdateSource> | null = null;
  /** The same, once it is there. */
  #loaded: UpdateSource | null = null;
  #timer: NodeJS.Timeout | undefined;
  #hasNews = false;
  #installs: 'no' | 'held' | 'yes' = 'no';
  /** Counts the downloads, so that one that was stopped is not heard any more. */
  #run = 0;
  #underWay: Promise<void> = Promise.resolve();

  constructor(parts: UpdatesParts) {
    this.#parts = parts;
    this.#state = parts.owner === null ? { state: 'idle' } : { state: 'off', owner: parts.owner };
  }

  get state(): Updates {
    const at = this.#parts.lookedAt.read();
    return {
      now: this.#state,
      hasPage: this.#parts.hasPage,
      lookedAt: at === null ? null : new Date(at).toISOString(),
    };
  }

  /** A look that the person wants once a day has found something. */
  get hasNews(): boolean {
    return this.#hasNews && this.#state.state !== 'none';
  }

  look(): void {
    void this.#look(false);
  }

  /** The setting has changed, or the program has started: looks when it is time. */
  reschedule(): void {
    clearTimeout(this.#timer);
    const { owner, wantsLooks, lookedAt, clock } = this.#parts;
    if (owner !== null || !wantsLooks()) return;
    const due = (lookedAt.read() ?? 0) + LOOK_EVERY_MS - clock();
    // A clock that was set back must not put it off for years.
    const wait = Math.min(Math.max(due, NOT_BEFORE_MS), LOOK_EVERY_MS);
    this.#timer = setTimeout(() => void this.#look(true), wait);
  }

  download(): void {
    if (!this.#go({ kind: 'download' })) return;
    this.#run += 1;
    const run = this.#run;
    const before = this.#underWay;
    // One that was stopped a moment ago is still putting things away.
    this.#underWay = before.then(() => this.#fetch(run));
  }

  stop(): void {
    if (this.#go({ kind: 'stop' })) this.#loaded?.stop();
  }

  /** Quits, and changes over at the end. */
  install(): void {
    if (this.#state.state !== 'ready') return;
    this.#installs = 'yes';
    this.#parts.quit();
  }

  /** A window holds up the quitting; it goes on only where the person says so. */
  hold(): void {
    if (this.#installs === 'yes') this.#installs = 'held';
  }

  goOn(): void {
    if (this.#installs === 'held') this.#installs = 'yes';
  }

  /** The program has nothing left to do. True where the update ends it by itself. */
  finish(): boolean {
    if (this.#installs !== 'yes' || this.#state.state !== 'ready' || this.#loaded === null) return false;
    this.#parts.makeWay();
    const how = this.#loaded.install();
    if (how === 'failed') this.#go({ kind: 'failed', why: 'install' });
    return how === 'takes-over';
  }

  /** Ends the looking, and what is being fetched. */
  end(): void {
    clearTimeout(this.#timer);
    this.stop();
  }

  /** Answers whether that was possible. */
  #go(event: UpdateEvent): boolean {
    const before = this.#state;
    const next = nextState(before, event);
    if (next === before) return false;
    this.#state = next;
    if (next.state !== before.state) this.#parts.note(next.state === 'failed' ? next.why : next.state);
    this.#parts.tell(this.state);
    return true;
  }

  async #open(): Promise<UpdateSource> {
    this.#source ??= this.#parts.load();
    this.#loaded = await this.#source;
    return this.#loaded;
  }

  async #look(isUnasked: boolean): Promise<void> {
    const before = this.#state;
    const isPossible = this.#go({ kind: 'look' });
    // What is being fetched, or ready, is news enough for today.
    if (isPossible || isUnasked) {
      this.#parts.lookedAt.write(this.#parts.clock());
      this.reschedule();
    }
    if (!isPossible) return;
    const found = await (await this.#open()).look();
    if (found.ok) {
      this.#hasNews = isUnasked && found.value !== null;
      this.#go({ kind: 'found', release: found.value });
    } else if (isUnasked) {
      // Nobody asked, so nobody is told: it is looked again tomorrow.
      this.#parts.note(found.error);
      this.#state = before;
      this.#parts.tell(this.state);
    } else {
      this.#go({ kind: 'failed', why: found.error });
    }
  }

  async #fetch(run: number): Promise<void> {
    const isCurrent = (): boolean => run === this.#run && this.#state.state === 'downloading';
    if (!isCurrent()) return;
    const source = await this.#open();
    const done = await source.download((percent) => {
      if (isCurrent()) this.#go({ kind: 'progress', percent });
    });
    if (!isCurrent()) return;
    if (done.ok) this.#go({ kind: 'downloaded' });
    else if (done.error !== 'stopped') this.#go({ kind: 'failed', why: done.error });
  }
}
