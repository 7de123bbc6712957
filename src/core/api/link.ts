import { type MessageId, messageIdSchema } from './wire.ts';

/** A recipient's link, taken apart. */
export interface ParsedLink {
  /** Scheme, host and port, without a trailing slash, as `URL.origin` writes it. */
  readonly origin: string;
  readonly messageId: MessageId;
}

const LINK =
  /^(https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?|https?:\/\/\[[0-9A-Fa-f:.]+\](?::\d{1,5})?)\/s\/([^/?#]+)\/?$/;

/**
 * Reads `<origin>/s/<messageId>` (documented) out of what a person pasted. Null for anything else: links with
 * user names, queries or fragments are not ours.
 */
export function parseLink(text: string): ParsedLink | null {
  const match = LINK.exec(text.trim());
  const id = messageIdSchema.safeParse(match?.[2]);
  const origin = match?.[1];
  return origin === undefined || !id.success ? null : { origin: origin.toLowerCase(), messageId: id.data };
}
