import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../core/result.ts';
import { badRequest, type ServiceFailure } from '../failure.ts';
import type { Limits } from '../limits.ts';
import type { Schedule } from '../ports.ts';

/** For the JSON around the content, and for encoders that write `/` as `\/`: one base64 character in 64. */
const ROOM_BYTES = 64 * 1024;
const bodyLimit = (limits: Limits): number =>
  limits.maxContentBytes + Math.ceil(limits.maxContentBytes / 16) + ROOM_BYTES;

/**
 * Reads a JSON body: undefined when there is none. Bounded in size and in how long it may stand still; the
 * whole request is bounded in time by the server.
 */
export async function readJson(
  incoming: IncomingMessage,
  limits: Limits,
  schedule: Schedule,
): Promise<Result<unknown, ServiceFailure>> {
  const bytes = await readBytes(incoming, limits, schedule);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return ok(undefined);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value);
    const json: unknown = JSON.parse(text);
    return ok(json);
  } catch {
    return err(badRequest('The body is not JSON in UTF-8.'));
  }
}

function readBytes(
  incoming: IncomingMessage,
  limits: Limits,
  schedule: Schedule,
): Promise<Result<Uint8Array, ServiceFailure>> {
  const limit = bodyLimit(limits);
  const tooLarge = err<ServiceFailure>({
    code: 'too-large',
    error: `The encrypted content is limited to ${limits.maxContentBytes} bytes.`,
  });
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const giveUp = (): void => {
      settle(err({ code: 'timeout', error: 'The body took too long.' }));
    };
    let unwatch = schedule(limits.bodyIdleMs, giveUp);
    // The stream is left as it is: the server drains what still comes in, so that the sender reads the answer.
    const settle = (result: Result<Uint8Array, ServiceFailure>): void => {
      unwatch();
      incoming.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      resolve(result);
    };
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) {
        settle(tooLarge);
        return;
      }
      chunks.push(chunk);
      unwatch();
      unwatch = schedule(limits.bodyIdleMs, giveUp);
    };
    const onEnd = (): void => {
      settle(ok(Buffer.concat(chunks)));
    };
    const onClose = (): void => {
      settle(err(badRequest('The body ended too early.')));
    };
    incoming.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}
