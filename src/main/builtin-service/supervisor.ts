/**
 * Keeps the built-in service in a process of its own, whose end is not the program's, for as long as it is needed: it
 * rests while nothing is in it that anybody could open, and is woken by whoever wants something of it (decision 49).
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  type FromService,
  fromServiceSchema,
  type ToService,
} from '../../core/api/builtin-service-protocol.ts';
import type { Log } from '../log/log.ts';
import type { PortStore } from './port-store.ts';
import type { RestStore } from './rest-store.ts';

/** As much of Electron's `UtilityProcess` as is used here. */
export interface ServiceProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
  postMessage(message: unknown): void;
  kill(): boolean;
}

export interface SupervisorParts {
  /** Starts the service's process. */
  readonly fork: () => ServiceProcess;
  readonly dataFile: string;
  readonly pageFile: string;
  readonly ownerToken: string;
  readonly ports: PortStore;
  readonly rest: RestStore;
  readonly log: Log;
}

export type RunState =
  | { readonly status: 'starting' }
  | { readonly status: 'running'; readonly origin: string }
  /** It has no process, and is there for whoever wakes it. */
  | { readonly status: 'resting'; readonly origin: string }
  | { readonly status: 'failed'; readonly reason: 'port-in-use' | 'storage' | 'crashed' };

export interface Supervisor {
  readonly state: RunState;
  /** True when this run had to leave the port that earlier links point to. */
  readonly moved: boolean;
  /** At the program's start: starts it, unless it rests. */
  begin(): void;
  start(): void;
  /** Starts it if it rests. Settles as {@link settled} does. */
  wake(): Promise<void>;
  /** Wakes it, and lets it not rest before the work is done. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Settles once the service has ended by itself or has been ended. */
  stop(): Promise<void>;
  onChange(listener: (state: RunState) => void): void;
  /** Settles when the service runs or has failed, or after a few seconds of neither. */
  settled(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Where the built-in service answers: this computer alone. */
export const builtinOrigin = (port: number): string => `http://${HOST}:${port}`;

/** After a crash: at once, then slower; after the last one a person has to ask. */
const RESTART_DELAYS_MS = [0, 1_000, 5_000, 30_000] as const;
/** A service that ran this long is taken to be well again. */
const STABLE_MS = 60_000;
/** An earlier run may still be letting go of the port. */
const PORT_RETRIES = 5;
const PORT_RETRY_MS = 400;
const STOP_MS = 3_000;
/** How long after the last request a service that holds nothing ends. */
const IDLE_AFTER_MS = 60_000;
/** How long a start may keep somebody waiting. */
const SETTLE_MS = 10_000;

export function createSupervisor(parts: SupervisorParts): Supervisor {
  return new ServiceSupervisor(parts);
}

class ServiceSupervisor implements Supervisor {
  state: RunState = { status: 'starting' };
  moved = false;
  #parts: SupervisorParts;
  #child: ServiceProcess | null = null;
  #listener: (state: RunState) => void = () => undefined;
  /** To be told when the service has started or will not. */
  #waiting: (() => void)[] = [];
  #crashes = 0;
  #portTries = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  /** A start that nobody is told of, because it rested. */
  #isWaking = false;
  /** While it has been asked to rest and has not answered. */
  #resting: { readonly settled: Promise<void>; readonly settle: () => void } | null = null;
  /** The last words of the process were that nothing is left in it. */
  #leftEmpty = false;
  #users = 0;
  /** It said so while somebody was using it. */
  #isIdle = false;

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
  }

  onChange(listener: (state: RunState) => void): void {
    this.#listener = listener;
  }

  settled(): Promise<void> {
    if (this.state.status !== 'starting' && !this.#isWaking) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SETTLE_MS);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  begin(): void {
    if (this.#parts.rest.isResting) this.#set(this.#atRest());
    else this.start();
  }

  async wake(): Promise<void> {
    // One that does not answer whether it rests is left to the request to find out.
    if (this.#resting !== null)
      await Promise.race([this.#resting.settled, pause(SETTLE_MS, null, { ref: false })]);
    if (this.state.status === 'resting' && !this.#isWaking && !this.#stopping) {
      this.#isWaking = true;
      this.#portTries = 0;
      this.#fork();
    }
    await this.settled();
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#users += 1;
    try {
      await this.wake();
      return await work();
    } finally {
      this.#users -= 1;
      if (this.#isIdle) this.#askToRest();
    }
  }

  start(): void {
    if (this.#child !== null) return;
    clearTimeout(this.#timer);
    this.#portTries = 0;
    this.#set({ status: 'starting' });
    this.#fork();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (child === null) return;
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill(), STOP_MS);
      child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.postMessage({ type: 'stop' } satisfies ToService);
    });
  }

  #fork(): void {
    const { fork, dataFile, pageFile, ownerToken, ports, rest } = this.#parts;
    rest.end();
    const child = fork();
    this.#child = child;
    this.#isIdle = false;
    this.#leftEmpty = false;
    const startedAt = performance.now();
    child.on('message', (message: unknown) => {
      const parsed = fromServiceSchema.safeParse(message);
      if (parsed.success && this.#child === child) this.#hear(parsed.data);
    });
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      if (performance.now() - startedAt > STABLE_MS) this.#crashes = 0;
      this.#ended();
    });
    child.postMessage({
      type: 'start',
      host: HOST,
      port: ports.current,
      dataFile,
      pageFile,
      ownerTokens: [ownerToken],
      idleAfterMs: IDLE_AFTER_MS,
    } satisfies ToService);
  }

  #hear(report: FromService): void {
    this.#parts.log.write('service', { code: report.type === 'failed' ? report.code : report.type });
    switch (report.type) {
      case 'listening':
        this.#portTries = 0;
        this.#set({ status: 'running', origin: builtinOrigin(report.port) });
        return;
      case 'idle':
        this.#isIdle = true;
        this.#askToRest();
        return;
      case 'staying':
        this.#resting?.settle();
        return;
      case 'stopped':
        this.#leftEmpty = report.isEmpty;
        return;
      case 'failed':
        this.#child?.kill();
        this.#child = null;
        if (report.code === 'port-in-use' || report.code === 'address') this.#tryPortAgain();
        else this.#set({ status: 'failed', reason: report.code === 'storage' ? 'storage' : 'crashed' });
    }
  }

  /** Only asks: somebody else may have put something into it since it said that it holds nothing. */
  #askToRest(): void {
    if (this.#users > 0 || this.#resting !== null || this.#child === null || this.#stopping) return;
    this.#isIdle = false;
    let settle = (): void => undefined;
    const settled = new Promise<void>((resolve) => {
      settle = () => {
        this.#resting = null;
        resolve();
      };
    });
    this.#resting = { settled, settle };
    this.#child.postMessage({ type: 'rest' } satisfies ToService);
  }

  #atRest = (): RunState => ({ status: 'resting', origin: builtinOrigin(this.#parts.ports.current) });

  #ended(): void {
    const resting = this.#resting;
    if (this.#leftEmpty) this.#parts.rest.begin();
    if (resting !== null && this.#leftEmpty) this.#set(this.#atRest());
    else if (!this.#stopping && this.state.status !== 'failed') this.#restartAfterCrash();
    resting?.settle();
  }

  #tryPortAgain(): void {
    this.#portTries += 1;
    if (this.#portTries > PORT_RETRIES * 2) {
      this.#set({ status: 'failed', reason: 'port-in-use' });
      return;
    }
    if (this.#portTries === PORT_RETRIES) {
      this.#parts.ports.move();
      this.moved = true;
    }
    this.#later(PORT_RETRY_MS);
  }

  #restartAfterCrash(): void {
    const delay = RESTART_DELAYS_MS[this.#crashes];
    this.#crashes += 1;
    this.#parts.log.write('service', { code: 'crashed', count: this.#crashes });
    if (delay === undefined) {
      this.#crashes = 0;
      this.#set({ status: 'failed', reason: 'crashed' });
      return;
    }
    this.#set({ status: 'starting' });
    this.#later(delay);
  }

  #later(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      if (!this.#stopping) this.#fork();
    }, milliseconds);
  }

  #set(state: RunState): void {
    this.state = state;
    this.#isWaking = false;
    if (state.status !== 'starting') for (const tell of this.#waiting.splice(0)) tell();
    this.#listener(state);
  }
}
