import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FromService, ToService } from '../../../src/core/api/builtin-service-protocol.ts';
import { openRestStore, type RestStore } from '../../../src/main/builtin-service/rest-store.ts';
import {
  createSupervisor,
  type RunState,
  type ServiceProcess,
  type Supervisor,
} from '../../../src/main/builtin-service/supervisor.ts';

/** A process of the service, as the program sees it; the test says what it says. */
class FakeProcess implements ServiceProcess {
  readonly heard: ToService['type'][] = [];
  #onMessage: (message: unknown) => void = () => undefined;
  #onExit: (() => void)[] = [];
  on(_event: 'message', listener: (message: unknown) => void): void {
    this.#onMessage = listener;
  }
  once(_event: 'exit', listener: () => void): void {
    this.#onExit.push(listener);
  }
  postMessage(message: unknown): void {
    this.heard.push((message as ToService).type);
  }
  kill(): boolean {
    this.exit();
    return true;
  }
  say(message: FromService): void {
    this.#onMessage(message);
  }
  exit(): void {
    for (const listener of this.#onExit.splice(0)) listener();
  }
}

let folder: string;
let dataFile: string;
let rest: RestStore;
let processes: FakeProcess[];
let states: RunState['status'][];
let supervisor: Supervisor;

const openRest = (): RestStore => openRestStore(join(folder, 'rest.json'), dataFile, 0);
const last = (): FakeProcess => processes.at(-1)!;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function create(): void {
  rest = openRest();
  processes = [];
  states = [];
  supervisor = createSupervisor({
    fork: () => {
      processes.push(new FakeProcess());
      return last();
    },
    ...{ dataFile, pageFile: 'page.html', ownerToken: 'enigma_x', rest },
    ports: { current: 20_001, move: () => undefined },
    log: { write: () => undefined, read: () => '' },
  });
  supervisor.onChange(({ status }) => states.push(status));
}

/** The program starts anew. */
function begin(): void {
  create();
  supervisor.begin();
}

const listen = (): void => {
  last().say({ type: 'listening', port: 20_001 });
};
const leave = (isEmpty: boolean): void => {
  last().say({ type: 'stopped', isEmpty });
  last().exit();
};
const letRest = (): void => {
  last().say({ type: 'idle' });
  leave(true);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rest-'));
  dataFile = join(folder, 'messages.db');
  writeFileSync(dataFile, 'nothing');
  begin();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the built-in service', () => {
  it('is started by a program that does not know what is in it', () => {
    expect(processes).toHaveLength(1);
    listen();
    expect(supervisor.state.status).toBe('running');
  });

  it('is asked to rest when it is idle, and rests over the program’s next start', () => {
    listen();
    letRest();
    expect(last().heard).toEqual(['start', 'rest']);
    expect(supervisor.state).toEqual({ status: 'resting', origin: 'http://127.0.0.1:20001' });
    begin();
    expect(processes).toEqual([]);
    expect(states).toEqual(['resting']);
  });

  it('rests over the next start also when the program ended properly before it was idle', async () => {
    listen();
    const stopped = supervisor.stop();
    leave(true);
    await stopped;
    begin();
    expect(processes).toEqual([]);
  });

  it.each([
    ['what holds something ended properly', () => void supervisor.stop().then(() => undefined), false],
    ['it was killed', () => undefined, null],
  ])('is started again when %s', (_, end, isEmpty) => {
    listen();
    end();
    if (isEmpty !== null) leave(isEmpty);
    begin();
    expect(processes).toHaveLength(1);
  });

  it('is started again when it was killed after it had rested', async () => {
    listen();
    letRest();
    begin();
    void supervisor.wake();
    await settle();
    begin();
    expect(processes).toHaveLength(1);
  });

  it.each([
    [
      'its data have changed',
      () => {
        writeFileSync(dataFile, 'nothing but more');
      },
    ],
    [
      'its data are gone',
      () => {
        rmSync(dataFile);
      },
    ],
    [
      'there is a log beside its data',
      () => {
        writeFileSync(`${dataFile}-wal`, 'more');
      },
    ],
    [
      'what says that it rests is damaged',
      () => {
        writeFileSync(join(folder, 'rest.json'), '{');
      },
    ],
  ])('is started when %s since it rested', (_, change) => {
    listen();
    letRest();
    change();
    begin();
    expect(processes).toHaveLength(1);
  });

  it('is woken without a word by the first who wants something, once for all of them', async () => {
    listen();
    letRest();
    begin();
    const calls = Promise.all([supervisor.during(() => Promise.resolve(1)), supervisor.wake()]);
    await settle();
    expect(processes).toHaveLength(1);
    expect(states).toEqual(['resting']);
    listen();
    expect((await calls)[0]).toBe(1);
    expect(states).toEqual(['resting', 'running']);
  });

  it('does not rest under somebody’s hands, but afterwards', async () => {
    listen();
    let finish = (): void => undefined;
    const call = supervisor.during(() => new Promise<void>((resolve) => (finish = resolve)));
    await settle();
    last().say({ type: 'idle' });
    expect(last().heard).toEqual(['start']);
    finish();
    await call;
    expect(last().heard).toEqual(['start', 'rest']);
  });

  it('stays when somebody has put something into it meanwhile, and whoever waits goes on', async () => {
    listen();
    last().say({ type: 'idle' });
    const call = supervisor.during(() => Promise.resolve('done'));
    await settle();
    last().say({ type: 'staying' });
    expect(await call).toBe('done');
    expect(processes).toHaveLength(1);
  });

  it('is started anew for who comes while it goes to rest', async () => {
    listen();
    last().say({ type: 'idle' });
    const call = supervisor.during(() => Promise.resolve('done'));
    leave(true);
    await settle();
    expect(processes).toHaveLength(2);
    listen();
    expect(await call).toBe('done');
  });

  it('is started again when it ends at the request to rest with something in it', async () => {
    listen();
    last().say({ type: 'idle' });
    leave(false);
    await expect.poll(() => processes.length).toBe(2);
    expect(supervisor.state.status).toBe('starting');
  });

  it('is not started by who wants something while the program ends', async () => {
    listen();
    letRest();
    begin();
    await supervisor.stop();
    await supervisor.during(() => Promise.resolve());
    expect(processes).toEqual([]);
  });

  it('is remembered for what it can do', () => {
    const capabilities = {
      ...{ service: 'EnigmaCrypt Desktop', version: '1.0.0', features: ['open'] },
      limits: { maxContentBytes: 1, maxAccess: 1, maxLifetimeSeconds: 1 },
      kdf: { hash: 'SHA-256' as const, iterations: 100_000 },
    };
    listen();
    rest.remember(capabilities);
    letRest();
    expect(openRest().remembered).toEqual(capabilities);
  });
});
