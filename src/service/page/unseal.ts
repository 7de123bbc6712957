import { createCryptoJsEngine } from '../../core/envelope/engines/crypto-js.ts';
import { createWebCryptoEngine } from '../../core/envelope/engines/webcrypto.ts';
import { createUtf8, open, type OpenedEnvelope, type OpenError } from '../../core/envelope/index.ts';
import type { Result } from '../../core/result.ts';

/** Browsers offer WebCrypto on https and on this machine, and not on plain http across a network. */
const engine = isSecureContext ? createWebCryptoEngine(crypto.subtle) : createCryptoJsEngine();
const utf8 = createUtf8(TextEncoder, TextDecoder);

/** Opens the envelope here, in the reader's browser. */
export async function unseal(envelope: string, password: string): Promise<Result<OpenedEnvelope, OpenError>> {
  // Without WebCrypto this takes seconds in which nothing is drawn: what is on the page now has to be drawn first.
  await nextFrame();
  await nextFrame();
  return open(envelope, password, { engine, utf8 });
}

/** Frames stop in a page that is out of sight; a reader who looks away must not have to wait. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const enough = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(enough);
      resolve();
    });
  });
