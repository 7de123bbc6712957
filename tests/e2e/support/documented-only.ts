/** A service as the documentation has it and no more: `POST /api/messages`, and a web page for everything else. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface DocumentedOnly {
  readonly origin: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Of `POST /api/messages`. */
  readonly created: () => readonly SeenRequest[];
  /** From now on anonymous senders are asked for a captcha. */
  demandCaptcha(): void;
  /** From now on requests to create are taken and not answered. */
  keepSilent(): void;
  /** Closes its port, and opens the same one again. */
  goOffline(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startDocumentedOnly(): Promise<DocumentedOnly> {
  const requests: SeenRequest[] = [];
  let mode: 'answer' | 'captcha' | 'silent' = 'answer';
  let server = await listen(0, take);
  const { port } = server.address() as { port: number };

  async function take(request: IncomingMessage): Promise<Answer | null> {
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers, body: await bodyOf(request) });
    if (method !== 'POST' || url !== '/api/messages') return NOT_FOUND;
    if (mode === 'silent') return null;
    if (mode === 'captcha' && headers.authorization === undefined) return CAPTCHA;
    return json(201, {
      success: true,
      message: 'Message stored successfully',
      data: { messageId: `msg${requests.length}` },
    });
  }

  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    created: () => requests.filter(({ method, url }) => method === 'POST' && url === '/api/messages'),
    demandCaptcha: () => (mode = 'captcha'),
    keepSilent: () => (mode = 'silent'),
    async goOffline() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async comeBack() {
      mode = 'answer';
      server = await listen(port, take);
    },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});
const NOT_FOUND: Answer = { status: 404, type: 'text/html', body: '<!doctype html><h1>Not found</h1>' };
const CAPTCHA = json(400, { success: false, error: 'Captcha verification is required' });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function listen(port: number, take: (request: IncomingMessage) => Promise<Answer | null>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      void take(request).then(
        (answer) => {
          if (answer === null) return;
          response.writeHead(answer.status, { 'content-type': answer.type });
          response.end(answer.body);
        },
        () => response.destroy(),
      );
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
