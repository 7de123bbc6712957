/**
 * What can go wrong between sending a secret and knowing about it, one by one, at the level of bytes. Each
 * fault says what has to become of the secret: nothing lost, nothing doubled without consent.
 */
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface Fault {
  readonly name: string;
  /** What a server does once a whole request has arrived, or with `early` at the first byte. */
  readonly act: (socket: Socket) => void;
  readonly early?: boolean;
  /** How the address differs from a plain http server on this computer. */
  readonly address?: 'closed-port' | 'unknown-host' | 'self-signed' | 'https-to-http';
  /** The outcome the window gets, and the code of its reason. */
  readonly outcome: 'sent' | 'waiting' | 'uncertain' | 'refused';
  readonly code?: string;
}

const ID = 'a8Kx9pQ2';
const SUCCESS = JSON.stringify({
  success: true,
  message: 'Message stored successfully',
  data: { messageId: ID },
});

function http(status: number, body: string | Buffer, headers: readonly string[] = []): Buffer {
  const bytes = Buffer.from(body);
  const head = [`HTTP/1.1 ${status} X`, `content-length: ${bytes.length}`, 'connection: close', ...headers];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]);
}

const say =
  (status: number, body: unknown, headers: readonly string[] = []) =>
  (socket: Socket): void => {
    socket.end(http(status, typeof body === 'string' ? body : JSON.stringify(body), headers));
  };
const refusal = (error = 'No') => ({ success: false, error });
/** Says the beginning, then tears the connection down. */
const tornAfter =
  (part: string | Buffer) =>
  (socket: Socket): void => {
    socket.write(part, () => setTimeout(() => socket.resetAndDestroy(), 30));
  };
/** Says something every now and then, for ever. */
const drip =
  (text: string) =>
  (socket: Socket): void => {
    const timer = setInterval(() => socket.write(text), 100);
    socket.once('close', () => {
      clearInterval(timer);
    });
  };

const whole = http(201, SUCCESS);

export const faults: readonly Fault[] = [
  {
    name: 'nobody listens',
    act: () => undefined,
    address: 'closed-port',
    outcome: 'waiting',
    code: 'unreachable',
  },
  {
    name: 'the name is not known',
    act: () => undefined,
    address: 'unknown-host',
    outcome: 'waiting',
    code: 'unreachable',
  },
  {
    name: 'a certificate nobody signed',
    act: say(201, SUCCESS),
    address: 'self-signed',
    outcome: 'refused',
    code: 'certificate',
  },
  {
    name: 'https to a server that speaks plain http',
    act: say(201, SUCCESS),
    early: true,
    address: 'https-to-http',
    outcome: 'refused',
    code: 'certificate',
  },
  {
    name: 'reset instead of an answer',
    act: (socket) => socket.resetAndDestroy(),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'closed instead of an answer',
    act: (socket) => socket.end(),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'reset within the status line',
    act: tornAfter('HTTP/1.1 2'),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'reset within the headers',
    act: tornAfter('HTTP/1.1 201 Created\r\ncontent-le'),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'reset after the headers',
    act: tornAfter(whole.subarray(0, whole.indexOf('\r\n\r\n') + 4)),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'reset within the body',
    act: tornAfter(whole.subarray(0, whole.length - 5)),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'reset one byte before the end',
    act: tornAfter(whole.subarray(0, whole.length - 1)),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'fewer bytes than announced',
    act: (socket) => socket.end('HTTP/1.1 201 X\r\ncontent-length: 900\r\n\r\n{"success":true}'),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  { name: 'silence', act: () => undefined, outcome: 'uncertain', code: 'timeout' },
  { name: 'headers that never end', act: drip('x-more: headers\r\n'), outcome: 'uncertain' },
  {
    name: 'a body that never ends',
    act: (socket) => {
      socket.write('HTTP/1.1 201 X\r\ncontent-type: application/json\r\n\r\n');
      drip(' ')(socket);
    },
    outcome: 'uncertain',
    code: 'timeout',
  },
  {
    name: 'an answer of many megabytes',
    act: (socket) => {
      socket.on('error', () => undefined).write(`HTTP/1.1 201 X\r\n\r\n${' '.repeat(3_000_000)}`);
    },
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'bytes that are no HTTP',
    act: (socket) => socket.end('\u0000\u0001\u0002 hello?\r\n\r\n'),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  { name: 'an empty success', act: say(201, ''), outcome: 'uncertain', code: 'answer-lost' },
  {
    name: 'a success without an id',
    act: say(201, { success: true, data: {} }),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'an id of the wrong type',
    act: say(201, { success: true, data: { messageId: 5 } }),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'an id that would break out of the link',
    act: say(201, { success: true, data: { messageId: '../../evil' } }),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'a success cut within its JSON',
    act: say(201, SUCCESS.slice(0, 40)),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'a success that is not UTF-8',
    act: (socket) =>
      socket.end(http(201, Buffer.concat([Buffer.from(SUCCESS.slice(0, 30)), Buffer.from([0xff, 0xfe])]))),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'the sign-in page of a captive portal',
    act: say(200, '<!doctype html><title>Sign in</title>', ['content-type: text/html']),
    outcome: 'refused',
    code: 'not-the-service',
  },
  {
    name: 'a redirect to another origin',
    act: say(302, '', ['location: http://elsewhere.invalid/']),
    outcome: 'refused',
    code: 'redirected',
  },
  {
    name: 'a redirect that keeps the method',
    act: say(307, '', ['location: /api/elsewhere']),
    outcome: 'refused',
    code: 'redirected',
  },
  {
    name: 'a page of some other server',
    act: say(404, '<h1>Not found</h1>'),
    outcome: 'refused',
    code: 'not-the-service',
  },
  { name: 'a refusal with status 200', act: say(200, refusal()), outcome: 'refused', code: 'rejected' },
  { name: 'a bad request', act: say(400, refusal()), outcome: 'refused', code: 'rejected' },
  { name: 'a token that is not known', act: say(401, refusal()), outcome: 'refused', code: 'unauthorized' },
  {
    name: 'a demand to log in to the proxy',
    act: say(407, '', ['proxy-authenticate: Basic realm="x"']),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  {
    name: 'a demand for a password in the browser’s way',
    act: say(401, refusal(), ['www-authenticate: Basic realm="x"']),
    outcome: 'refused',
    code: 'unauthorized',
  },
  { name: 'not allowed', act: say(403, refusal()), outcome: 'refused', code: 'forbidden' },
  {
    name: 'a demand for a captcha',
    act: say(403, refusal('reCAPTCHA required')),
    outcome: 'refused',
    code: 'captcha-required',
  },
  { name: 'too large for the service', act: say(413, refusal()), outcome: 'refused', code: 'too-large' },
  {
    name: 'too many requests, with a time',
    act: say(429, refusal(), ['retry-after: 7']),
    outcome: 'waiting',
    code: 'rate-limited',
  },
  {
    name: 'too many requests, without a time',
    act: say(429, refusal()),
    outcome: 'waiting',
    code: 'rate-limited',
  },
  { name: 'trouble of the service', act: say(500, refusal()), outcome: 'waiting', code: 'service-error' },
  {
    name: 'trouble of the proxy before it',
    act: say(502, '<h1>Bad gateway</h1>'),
    outcome: 'uncertain',
    code: 'answer-lost',
  },
  { name: 'maintenance', act: say(503, '', ['retry-after: 60']), outcome: 'waiting', code: 'service-error' },
  // What is strange but right.
  {
    name: 'a success in chunks',
    act: (socket) =>
      socket.end(
        `HTTP/1.1 201 X\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n${SUCCESS.length.toString(16)}\r\n${SUCCESS}\r\n0\r\n\r\n`,
      ),
    outcome: 'sent',
  },
  {
    name: 'a compressed success',
    act: (socket) => socket.end(http(201, gzipSync(SUCCESS), ['content-encoding: gzip'])),
    outcome: 'sent',
  },
  {
    name: 'a success after an interim answer',
    act: (socket) => socket.end(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n'), whole])),
    outcome: 'sent',
  },
  {
    name: 'a success with fields nobody knows',
    act: say(201, { success: true, data: { messageId: ID, more: [1] }, new: {} }),
    outcome: 'sent',
  },
  {
    name: 'a success with a byte more than announced',
    act: (socket) => socket.end(Buffer.concat([whole, Buffer.from('x')])),
    outcome: 'sent',
  },
];
