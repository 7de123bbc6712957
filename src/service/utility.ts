/** The built-in service in a process of its own, started by the program. */
import { type FromService, type ToService, toServiceSchema } from '../core/api/builtin-service-protocol.ts';
import { type RunningService, startService, type StartError } from './server.ts';

/** The part of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;

const parentPort: unknown = Reflect.get(process, 'parentPort');
if (!isParentPort(parentPort)) throw new Error('this file runs as a utility process');

const report = (message: FromService): void => {
  parentPort.postMessage(message);
};

/** Only after the messages sent before have left this process. */
const leave = (exitCode: number): void => {
  setTimeout(() => process.exit(exitCode), 50);
};

const REPORTED: Record<StartError, Extract<FromService, { type: 'failed' }>['code']> = {
  'port-in-use': 'port-in-use',
  'port-forbidden': 'address',
  'address-unavailable': 'address',
  'token-malformed': 'bad-start',
  'page-missing': 'page-missing',
  'data-unusable': 'storage',
  'data-foreign': 'storage',
  'data-newer': 'storage',
};

let service: Promise<RunningService | null> | null = null;

async function start(command: Extract<ToService, { type: 'start' }>): Promise<RunningService | null> {
  const started = await startService({
    ...command,
    ownersOnly: true,
    idle: {
      afterMs: command.idleAfterMs,
      onIdle: () => {
        report({ type: 'idle' });
      },
    },
  });
  if (started.ok) {
    report({ type: 'listening', port: started.value.port });
    return started.value;
  }
  report({ type: 'failed', code: REPORTED[started.error] });
  leave(1);
  return null;
}

async function stop(): Promise<void> {
  const running = await service;
  const isEmpty = (await running?.close()) ?? false;
  report({ type: 'stopped', isEmpty });
  leave(0);
}

async function rest(): Promise<void> {
  const running = await service;
  if ((await running?.isIdle()) === true) await stop();
  else report({ type: 'staying' });
}

parentPort.on('message', ({ data }) => {
  const command = toServiceSchema.safeParse(data);
  if (command.success && command.data.type === 'stop') {
    void stop();
  } else if (command.success && command.data.type === 'rest') {
    void rest();
  } else if (service === null && command.success && command.data.type === 'start') {
    service = start(command.data);
  } else if (service === null) {
    report({ type: 'failed', code: 'bad-start' });
    leave(1);
  }
});
