/** The service alone: `npm run service -- --host … --port … --data …`. */
import { networkInterfaces } from 'node:os';
import { readCommand, type ServiceCommand, USAGE } from './command-line.ts';
import type { ServiceEvent } from './ports.ts';
import { type RunningService, startService, type StartError } from './server.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

function explain(error: StartError, { host, port, dataFile, pageFile }: ServiceCommand): string {
  switch (error) {
    case 'port-in-use':
      return `Port ${port} on ${host} is taken by another program. Choose another with --port, or 0 for any.`;
    case 'port-forbidden':
      return `This system does not let you listen on port ${port}. Choose one above 1023 with --port.`;
    case 'address-unavailable':
      return `${host} is not an address of this machine. 127.0.0.1 and 0.0.0.0 always work.`;
    case 'token-malformed':
      return 'One of the tokens does not look like a token.';
    case 'page-missing':
      return `The recipient's page is not at ${pageFile}. Build it with: npm run build:page`;
    case 'data-unusable':
      return `The database ${dataFile} can't be opened or made. Check that the folder can be written and the file is sound.`;
    case 'data-foreign':
      return `${dataFile} is a database of another program. It has not been touched; choose another with --data.`;
    case 'data-newer':
      return `${dataFile} was written by a newer version of this program. It has not been touched.`;
  }
}

function logEvent(event: ServiceEvent): void {
  if (event.type === 'failed') complain(`${new Date().toISOString()} ${event.where}: ${event.reason}`);
}

function introduce({ origin, port }: RunningService, { host, dataFile, ownerTokens }: ServiceCommand): void {
  say(`Listening on ${origin}`);
  if (host === '0.0.0.0' || host === '::') {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const { address } of others) say(`         and http://${address}:${port}`);
  }
  say(`Messages are kept in ${dataFile}`);
  const count = ownerTokens.length;
  say(
    count === 0 ? 'No tokens: everyone is anonymous.' : `${count} ${count === 1 ? 'token' : 'tokens'} known.`,
  );
}

function stopOnSignal(service: RunningService): void {
  let stopping = false;
  const stop = (): void => {
    // A second signal means now.
    if (stopping) process.exit(1);
    stopping = true;
    say('Stopping.');
    void service.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function main(): Promise<number | null> {
  const command = readCommand(process.argv.slice(2), process.env);
  if (!command.ok) {
    complain(`${command.error}\n\n${USAGE}`);
    return 2;
  }
  if (command.value === 'help') {
    say(USAGE);
    return 0;
  }
  const started = await startService({ ...command.value, log: logEvent });
  if (!started.ok) {
    complain(explain(started.error, command.value));
    return 1;
  }
  introduce(started.value, command.value);
  stopOnSignal(started.value);
  return null;
}

const exitCode = await main();
if (exitCode !== null) process.exitCode = exitCode;
