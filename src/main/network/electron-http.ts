/** The program's way to the network: Electron's stack, so that system proxies and certificates work. */
import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron';
import type { Http, HttpFailure, HttpOutcome, HttpRequest } from '../../core/api/http.ts';

/** `session` is not persistent and is no window's: no cookies, no cache, no credentials of the system. */
export function createElectronHttp(session: Session): Http {
  return { send: (request) => new Exchange(request, session).outcome };
}

/** One request and its answer. Settles exactly once, whatever happens after. */
class Exchange {
  readonly outcome: Promise<HttpOutcome>;
  #settle: (outcome: HttpOutcome) => void = () => undefined;
  #request: ClientRequest;
  #limits: HttpRequest['limits'];
  #timer: NodeJS.Timeout | undefined;
  /** Whether the service may have seen the request. */
  #sent = false;

  constructor({ method, url, headers, body, limits, onStoppable }: HttpRequest, session: Session) {
    this.#limits = limits;
    this.outcome = new Promise((resolve) => {
      this.#settle = (outcome) => {
        clearTimeout(this.#timer);
        resolve(outcome);
      };
    });
    this.#request = net.request({
      method,
      url,
      session,
      redirect: 'manual',
      credentials: 'omit',
      useSessionCookies: false,
      cache: 'no-store',
    });
    for (const [name, value] of Object.entries(headers)) this.#request.setHeader(name, value);
    this.#watch();
    onStoppable?.(() => {
      this.#fail('stopped');
    });
    this.#startTimer(limits.headersMs);
    this.#request.end(body ?? undefined, 'utf8', () => {
      this.#sent = true;
    });
  }

  #watch(): void {
    this.#request.on('redirect', () => {
      this.#fail('redirected');
    });
    this.#request.on('login', (_info, answer) => {
      answer();
    });
    this.#request.on('error', (problem) => {
      this.#fail(kindOf(problem));
    });
    this.#request.on('response', (response) => {
      this.#sent = true;
      this.#read(response);
    });
  }

  #read(response: IncomingMessage): void {
    this.#startTimer(this.#limits.bodyMs);
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes > this.#limits.maxBytes) this.#fail('too-large');
      else chunks.push(chunk);
    });
    response.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [
          name.toLowerCase(),
          [value].flat().join(', '),
        ]),
      );
      this.#settle({
        ok: true,
        value: { status: response.statusCode, headers, body: Buffer.concat(chunks) },
      });
    });
    response.on('aborted', () => {
      this.#fail('broken');
    });
    response.on('error', () => {
      this.#fail('broken');
    });
  }

  #startTimer(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#fail('timeout');
    }, milliseconds);
  }

  #fail(kind: HttpFailure['kind']): void {
    const neverLeft = kind === 'unreachable' || kind === 'certificate';
    this.#settle({ ok: false, error: { kind, sent: !neverLeft && this.#sent } });
    this.#request.abort();
  }
}

/** Chromium's names (net/base/net_error_list.h). What is not clearly "before any byte" counts as broken. */
const UNREACHABLE =
  /ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|CONNECTION_REFUSED|CONNECTION_FAILED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|CONNECTION_TIMED_OUT|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|NETWORK_ACCESS_DENIED|BLOCKED_BY_CLIENT|UNSAFE_PORT)/;
const CERTIFICATE = /ERR_(CERT_|SSL_|BAD_SSL_)/;

function kindOf(problem: Error): HttpFailure['kind'] {
  if (CERTIFICATE.test(problem.message)) return 'certificate';
  return UNREACHABLE.test(problem.message) ? 'unreachable' : 'broken';
}
