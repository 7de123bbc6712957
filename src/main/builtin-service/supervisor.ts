/** Keeps the built-in service running in a process of its own; its end is not the program's. */
import { utilityProcess, type UtilityProcess } from 'electron';
import {
  type FromService,
  fromServiceSchema,
  type ToService,
} from '../../core/api/builtin-service-protocol.ts';
import type { Log } from '../log/log.ts';
import type { PortStore } from './port-store.ts';

export interface SupervisorParts {
  /** The built entry of the service's process. */
  readonly entry: string;
  readonly dataFile: string;
  readonly pageFile: string;
  readonly ownerToken: string;
  readonly ports: PortStore;
  readonly log: Log;
}

export type RunState =
  | { readonly status: 'starting' }
  | { readonly status: 'running'; readonly origin: string }
  | { readonly status: 'failed'; readonly reason: 'port-in-use' | 'storage' | 'crashed' };

export interface Supervisor {
  readonly state: RunState;
  /** True when this run had to leave the port that earlier links point to. */
  readonly moved: boolean;
  start(): void;
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
/** How long a start may keep somebody waiting. */
const SETTLE_MS = 10_000;

export function createSupervisor(parts: SupervisorParts): Supervisor {
  return new ServiceSupervisor(parts);
}

class ServiceSupervisor implements Supervisor {
  state: RunState = { status: 'starting' };
  moved = false;
  #parts: SupervisorParts;
  #child: UtilityProcess | null = null;
  #listener: (state: RunState) => void = () => undefined;
  /** To be told when the service has started or will not. */
  #waiting: (() => void)[] = [];
  #crashes = 0;
  #portTries = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(parts: SupervisorParts) {
    this.#parts = parts;
  }

  onChange(listener: (state: RunState) => void): void {
    this.#listener = listener;
  }

  settled(): Promise<void> {
    if (this.state.status !== 'starting') return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, SETTLE_MS);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
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
    const { entry, dataFile, pageFile, ownerToken, ports } = this.#parts;
    // Nothing of the program's own environment is the service's business.
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'EnigmaCrypt service',
      stdio: 'ignore',
      env: {},
    });
    this.#child = child;
    const startedAt = performance.now();
    child.on('message', (message: unknown) => {
      const parsed = fromServiceSchema.safeParse(message);
      if (parsed.success && this.#child === child) this.#hear(parsed.data);
    });
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      if (performance.now() - startedAt > STABLE_MS) this.#crashes = 0;
      if (!this.#stopping && this.state.status !== 'failed') this.#restartAfterCrash();
    });
    child.postMessage({
      type: 'start',
      host: HOST,
      port: ports.current,
      dataFile,
      pageFile,
      ownerTokens: [ownerToken],
    } satisfies ToService);
  }

  #hear(report: FromService): void {
    this.#parts.log.write('service', { code: report.type === 'failed' ? report.code : report.type });
    switch (report.type) {
      case 'listening':
        this.#portTries = 0;
        this.#set({ status: 'running', origin: builtinOrigin(report.port) });
        return;
      case 'failed':
        this.#child?.kill();
        this.#child = null;
        if (report.code === 'port-in-use' || report.code === 'address') this.#tryPortAgain();
        else this.#set({ status: 'failed', reason: report.code === 'storage' ? 'storage' : 'crashed' });
    }
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
    if (state.status !== 'starting') for (const tell of this.#waiting.splice(0)) tell();
    this.#listener(state);
  }
}
