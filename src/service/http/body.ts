import type { IncomingMessage } from 'node:http';
import { isPlainJson } from '../../core/api/plain-json.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { badRequest, type ServiceFailure } from '../failure.ts';
import type { BudgetName, Limits } from '../limits.ts';
import type { Schedule } from '../ports.ts';

/** For the JSON around the content, and for encoders that write `/` as `\/`: one base64 character in 64. */
const ROOM_BYTES = 64 * 1024;
/** For calls that bring no content: the longest of them asks about 100 messages with their delete tokens, 70 KiB. */
const SMALL_BYTES = 256 * 1024;

/** The longest body, in bytes. Whoever sends more makes nobody read it, nor hold it in memory. */
const bodyLimit = ({ maxContentBytes }: Limits, budget: BudgetName): number =>
  budget === 'create' ? maxContentBytes + Math.ceil(maxContentBytes / 16) + ROOM_BYTES : SMALL_BYTES;

/**
 * Reads a JSON body: undefined when there is none. Bounded in size and in how long it may stand still; the
 * whole request is bounded in time by the server.
 */
export async function readJson(
  incoming: IncomingMessage,
  budget: BudgetName,
  limits: Limits,
  schedule: Schedule,
): Promise<Result<unknown, ServiceFailure>> {
  const bytes = await readBytes(incoming, bodyLimit(limits, budget), limits, schedule);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return ok(undefined);
  if (!isPlainJson(bytes.value)) return err(badRequest('The body has more parts than any call.'));
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
  limit: number,
  limits: Limits,
  schedule: Schedule,
): Promise<Result<Uint8Array, ServiceFailure>> {
  const tooLarge = err<ServiceFailure>({
    code: 'too-large',
    error:
      limit === SMALL_BYTES
        ? `The body of this call is limited to ${limit} bytes.`
        : `The encrypted content is limited to ${limits.maxContentBytes} bytes.`,
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
