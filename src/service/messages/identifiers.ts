import { type MessageId, messageIdSchema } from '../../core/api/wire.ts';
import type { RandomBytes } from '../../core/ports.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 95 bits: a guess that hits a stranger's message, and could use it up, is out of reach. */
const MESSAGE_ID_LENGTH = 16;

/** A new unguessable id, every character equally likely. */
export function newMessageId(random: RandomBytes): MessageId {
  let id = '';
  while (id.length < MESSAGE_ID_LENGTH) {
    for (const byte of random(MESSAGE_ID_LENGTH)) {
      // 248 = 4 × 62: the bytes above it would make some characters likelier than others.
      if (byte < 248 && id.length < MESSAGE_ID_LENGTH) id += BASE62[byte % 62] ?? '';
    }
  }
  return messageIdSchema.parse(id);
}
