/** Takes over what an export holds. What is in the list already stays as it is. */
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { CallOutput } from '../../shared/bridge/contract.ts';
import { unwrapKey } from '../ledger/passphrase-key.ts';
import { createRowSeal } from '../ledger/row-seal.ts';
import type { ExchangeParts } from './exchange.ts';
import {
  entrySchema,
  FILE_VERSION,
  FORMAT,
  headSchema,
  SEALED_FORMAT,
  sealedFileSchema,
  toAdopted,
} from './ledger-file.ts';

type Loaded = CallOutput<'ledger.import'>;

/** 100,000 entries with long stories have room in it. */
const MAX_BYTES = 256 * 1024 * 1024;
/** So many are written in one transaction. */
const CHUNK = 250;

export function createImporter(parts: ExchangeParts): (passphrase: string | null) => Promise<Loaded> {
  /** The file for which a passphrase is awaited. */
  let asked: string | null = null;
  return async (passphrase) => {
    const file = passphrase === null ? null : asked;
    asked = null;
    const chosen = file ?? (await parts.dialogs.open('json'));
    if (chosen === null) return { outcome: 'cancelled' };
    const loaded = await load(parts, chosen, passphrase);
    const isAwaited =
      loaded.outcome === 'needs-passphrase' ||
      (loaded.outcome === 'failed' && loaded.why === 'wrong-passphrase');
    if (isAwaited) asked = chosen;
    return loaded;
  };
}

async function load(parts: ExchangeParts, file: string, passphrase: string | null): Promise<Loaded> {
  let text: string;
  try {
    if ((await stat(file)).size > MAX_BYTES) return { outcome: 'failed', why: 'too-large' };
    text = await readFile(file, 'utf8');
  } catch {
    return { outcome: 'failed', why: 'storage' };
  }
  const content = await unsealed(parse(text), passphrase);
  if ('outcome' in content) return content;
  const listed = z.object({ entries: z.array(z.unknown()).max(1_000_000) }).safeParse(content.value);
  if (!listed.success) return { outcome: 'failed', why: 'not-an-export' };
  try {
    return await adoptAll(parts, listed.data.entries);
  } catch {
    return { outcome: 'failed', why: 'storage' };
  }
}

/** The plain export inside, whether it was sealed or not. */
async function unsealed(value: unknown, passphrase: string | null): Promise<{ value: unknown } | Loaded> {
  const head = headSchema.safeParse(value);
  if (!head.success) return { outcome: 'failed', why: 'not-an-export' };
  if (head.data.version > FILE_VERSION) return { outcome: 'failed', why: 'newer' };
  if (head.data.format === FORMAT) return { value };
  const sealed = sealedFileSchema.safeParse(value);
  if (!sealed.success) return { outcome: 'failed', why: 'not-an-export' };
  if (passphrase === null) return { outcome: 'needs-passphrase' };
  const key = await unwrapKey(sealed.data.key, passphrase);
  const text =
    key === null ? null : createRowSeal(key).open(Buffer.from(sealed.data.data, 'base64'), SEALED_FORMAT);
  if (text === null) return { outcome: 'failed', why: 'wrong-passphrase' };
  return unsealed(parse(text), null);
}

async function adoptAll(parts: ExchangeParts, entries: readonly unknown[]): Promise<Loaded> {
  const { ledger } = parts;
  const known = await knownMessages(parts);
  const counts = { added: 0, known: 0, unreadable: 0 };
  for (let start = 0; start < entries.length; start += CHUNK) {
    const fresh = entries.slice(start, start + CHUNK).flatMap((value) => {
      const parsed = entrySchema.safeParse(value);
      if (!parsed.success) {
        counts.unreadable += 1;
        return [];
      }
      const { id, messageId, service } = parsed.data;
      const key = keyOf(service.origin, messageId);
      if (known.has(key) || known.has(id)) {
        counts.known += 1;
        return [];
      }
      known.add(key).add(id);
      return [toAdopted(parsed.data, parts)];
    });
    if (fresh.length > 0) ledger.adopt(fresh);
    counts.added += fresh.length;
    await pause();
  }
  return { outcome: 'imported', ...counts };
}

/** The same secret may be listed under another id: after a list was lost and begun anew, say. */
async function knownMessages({ ledger }: ExchangeParts): Promise<Set<string>> {
  const known = new Set<string>();
  let next: number | null = 0;
  while (next !== null) {
    const slice: ReturnType<typeof ledger.recordsAfter> = ledger.recordsAfter(next, CHUNK);
    for (const { id, messageId, service } of slice.records) {
      known.add(id);
      if (messageId !== null) known.add(keyOf(service.origin, messageId));
    }
    next = slice.next;
    await pause();
  }
  return known;
}

const keyOf = (origin: string, messageId: string): string => `${origin}/${messageId}`;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
