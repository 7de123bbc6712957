/** Changes single bits of envelopes and counts what opening says: the measure that `docs/protocol.md` publishes. */
import { open, seal, type SealTools } from '../../../../src/core/envelope/index.ts';
import type { RandomBytes } from '../../../../src/core/ports.ts';
import { cheapWebCrypto, inputOf, rememberingKeys, seeded, toolsWith } from './tools.ts';

/** Whether a bit of the bytes is changed and these are written as text again, or a bit of the text itself. */
export type ChangedPart = 'bytes' | 'text';

export interface BitChangeCounts {
  /** By reason. */
  readonly refused: Record<string, number>;
  /** Opened as if nothing had happened: with other content, with the same content and another date, unharmed. */
  contentChanged: number;
  dateChanged: number;
  unchanged: number;
}

const CONTENTS = [
  'hunter2',
  'postgres://admin:Vx9!k2#qLz@db.internal:5432/orders?sslmode=require',
  'contrase\u00f1a: \u00a1p\u00e1jaro! \u{1f511} \u5bc6\u7801',
  'All happy families are alike; every unhappy family is unhappy in its own way. '.repeat(4),
  '0123456789abcdef'.repeat(16),
];
const PASSWORD = 'correct horse';
const CHANGES_PER_ENVELOPE = 500;
const HEADER_LENGTH = 64;

/**
 * One iteration of PBKDF2, derived once per salt: a changed salt gives an unrelated key with any number of them.
 * The same seed changes the same bits of the same envelopes. `changes` is rounded up to whole envelopes.
 */
export async function countBitChanges(
  part: ChangedPart,
  changes: number,
  seed: string,
): Promise<BitChangeCounts> {
  const random = seeded(seed);
  const tools = toolsWith(rememberingKeys(cheapWebCrypto), random);
  const counts: BitChangeCounts = { refused: {}, contentChanged: 0, dateChanged: 0, unchanged: 0 };
  const change = part === 'bytes' ? changeByte : changeCharacter;
  for (let envelope = 0; envelope * CHANGES_PER_ENVELOPE < changes; envelope += 1) {
    const content = CONTENTS[envelope % CONTENTS.length] ?? '';
    const sealed = await seal(inputOf(content, { password: PASSWORD }), tools);
    if (!sealed.ok) throw new Error(sealed.error.code);
    for (let done = 0; done < CHANGES_PER_ENVELOPE; done += 1) {
      await count(counts, change(sealed.value, random), content, tools);
    }
  }
  return counts;
}

async function count(
  counts: BitChangeCounts,
  text: string,
  content: string,
  tools: SealTools,
): Promise<void> {
  const opened = await open(text, PASSWORD, tools);
  if (!opened.ok) counts.refused[opened.error.code] = (counts.refused[opened.error.code] ?? 0) + 1;
  else if (opened.value.content !== content) counts.contentChanged += 1;
  else if (opened.value.created !== inputOf('').created) counts.dateChanged += 1;
  else counts.unchanged += 1;
}

function changeByte(text: string, random: RandomBytes): string {
  const header = Buffer.from(text.slice(0, HEADER_LENGTH), 'hex');
  const bytes = Buffer.concat([header, Buffer.from(text.slice(HEADER_LENGTH), 'base64')]);
  const bit = below(8 * bytes.length, random);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.subarray(0, header.length).toString('hex') + bytes.subarray(header.length).toString('base64');
}

function changeCharacter(text: string, random: RandomBytes): string {
  const bit = below(8 * text.length, random);
  const at = bit >> 3;
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << (bit & 7))) + text.slice(at + 1);
}

/** Near enough to uniform: 32 bits for some thousands of places. */
const below = (count: number, random: RandomBytes): number =>
  new DataView(random(4).buffer).getUint32(0) % count;
