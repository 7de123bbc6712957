import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Fault } from './faults.ts';

export interface FaultServer {
  readonly origin: string;
  /** Whole requests so far, as text. */
  readonly requests: readonly string[];
  /** From now on requests are answered as they should be. */
  heal(): void;
  close(): Promise<void>;
}

export async function startFaultServer(
  fault: Fault,
  certificate: { key: string; cert: string },
): Promise<FaultServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let act = fault.act;
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    const when = fault.early === true ? whenAnything : whenWhole;
    when(socket, (request) => {
      requests.push(request);
      act(socket);
    });
  };
  const server: Server =
    fault.address === 'self-signed'
      ? createTlsServer({ key: readFileSync(certificate.key), cert: readFileSync(certificate.cert) }, accept)
      : createServer(accept);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  if (fault.address === 'closed-port') await closed(server);
  return {
    origin: originOf(fault, port),
    requests,
    heal() {
      act = (socket) => {
        const body = JSON.stringify({ success: true, data: { messageId: `healed-${requests.length}` } });
        socket.end(`HTTP/1.1 201 X\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`);
      };
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await closed(server);
    },
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) =>
    server.close(() => {
      resolve();
    }),
  );

function originOf({ address }: Fault, port: number): string {
  if (address === 'unknown-host') return 'http://nobody-has-this-name.invalid';
  return `${address === 'self-signed' || address === 'https-to-http' ? 'https' : 'http'}://127.0.0.1:${port}`;
}

/** Calls once the headers and as much body as they announce have arrived. */
function whenWhole(socket: Socket, done: (request: string) => void): void {
  let received = '';
  let isDone = false;
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1');
    const end = received.indexOf('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
    if (isDone || end < 0 || received.length < end + 4 + length) return;
    isDone = true;
    done(received);
  });
}

function whenAnything(socket: Socket, done: (request: string) => void): void {
  socket.once('data', (chunk: Buffer) => {
    done(chunk.toString('latin1'));
  });
}
