/** The list out of the program and back into it, through files the person chooses. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CatalogueFilter } from '../../core/catalogue/catalogue.ts';
import { csvLine } from '../../core/exchange/csv.ts';
import type { Clock } from '../../core/ports.ts';
import { secretState } from '../../core/secret/state.ts';
import type { CallOutput } from '../../shared/bridge/contract.ts';
import { linkOf } from '../../core/api/client.ts';
import type { Ledger, LedgerStory } from '../ledger/ledger.ts';
import type { Listing } from '../ledger/listing.ts';
import { type ScryptCost, wrapKey } from '../ledger/passphrase-key.ts';
import { createRowSeal, LEDGER_KEY_BYTES } from '../ledger/row-seal.ts';
import type { FileDialogs } from './dialogs.ts';
import { createImporter } from './import.ts';
import { type AccountsHere, FILE_VERSION, FORMAT, SEALED_FORMAT, toExported } from './ledger-file.ts';

export interface ExchangeParts extends AccountsHere {
  readonly ledger: Ledger;
  readonly listing: Listing;
  readonly dialogs: FileDialogs;
  readonly clock: Clock;
  /** What time it is at the service of an account. */
  readonly now: (accountId: string) => number;
  readonly cost?: ScryptCost;
}

export interface ExportRequest {
  readonly format: 'csv' | 'json';
  readonly filter: CatalogueFilter;
  /** These of what it lets through; null for all of it. */
  readonly ids: readonly string[] | null;
  readonly passphrase: string | null;
}

export interface Exchange {
  save(request: ExportRequest): Promise<CallOutput<'ledger.export'>>;
  load(passphrase: string | null): Promise<CallOutput<'ledger.import'>>;
}

export function createExchange(parts: ExchangeParts): Exchange {
  let isBusy = false;
  const load = createImporter(parts);
  return {
    async save(request) {
      if (isBusy) return { outcome: 'failed', why: 'busy' };
      isBusy = true;
      try {
        return await save(parts, request);
      } finally {
        isBusy = false;
      }
    },
    load,
  };
}

async function save(parts: ExchangeParts, request: ExportRequest): Promise<CallOutput<'ledger.export'>> {
  const day = new Date(parts.clock()).toISOString().slice(0, 10);
  const { format } = request;
  const file = await parts.dialogs.saveAs(`enigmacrypt-sent-${day}.${format}`, format);
  if (file === null) return { outcome: 'cancelled' };
  try {
    const { pieces, count } = await (format === 'csv' ? asCsv(parts, request) : asJson(parts, request));
    await writeWhole(file, pieces);
    return { outcome: 'saved', count, file: basename(file) };
  } catch {
    return { outcome: 'failed', why: 'storage' };
  }
}

interface Written {
  readonly pieces: readonly string[];
  readonly count: number;
}

/** So many stories are opened before others have a turn. */
const SLICE = 50;

async function* stories(
  { ledger, listing }: ExchangeParts,
  { filter, ids: wanted }: ExportRequest,
): AsyncGenerator<LedgerStory> {
  const found = await listing.ids(filter, { by: 'created', direction: 'ascending' });
  const chosen = wanted === null ? null : new Set(wanted);
  const ids = chosen === null ? found : found.filter((id) => chosen.has(id));
  for (let start = 0; start < ids.length; start += SLICE) {
    for (const id of ids.slice(start, start + SLICE)) {
      const story = ledger.story(id);
      if (story !== null) yield story;
    }
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

const COLUMNS = [
  ...['name', 'service', 'link', 'id', 'state', 'created', 'expires', 'access limit', 'opened'],
  ...['first opened', 'deleted', 'note'],
];

async function asCsv(parts: ExchangeParts, request: ExportRequest): Promise<Written> {
  // The mark tells spreadsheets that it is UTF-8.
  const pieces = [`\uFEFF${csvLine(COLUMNS)}`];
  for await (const { record } of stories(parts, request)) {
    const { name, service, messageId, createdAt, expiresAt, maxAccess, report, note } = record;
    const link = messageId === null ? null : linkOf(service.origin, messageId);
    const state = secretState(record, parts.now(service.id));
    pieces.push(
      csvLine([
        ...[name, service.name, link, messageId, state, createdAt, expiresAt, maxAccess],
        ...[report?.accessCount ?? null, record.firstAccessAt, record.deletedAt, note],
      ]),
    );
  }
  return { pieces, count: pieces.length - 1 };
}

async function asJson(parts: ExchangeParts, request: ExportRequest): Promise<Written> {
  const { passphrase } = request;
  const entries: string[] = [];
  for await (const story of stories(parts, request)) {
    const entry = toExported(story, passphrase !== null);
    if (entry !== null) entries.push(JSON.stringify(entry));
  }
  const head = `{"format":"${FORMAT}","version":${FILE_VERSION},"exportedAt":"${new Date(parts.clock()).toISOString()}"`;
  const pieces = [`${head},"entries":[\n`, entries.join(',\n'), '\n]}\n'];
  const count = entries.length;
  return passphrase === null
    ? { pieces, count }
    : { pieces: [await seal(pieces, passphrase, parts.cost)], count };
}

async function seal(pieces: readonly string[], passphrase: string, cost?: ScryptCost): Promise<string> {
  const key = randomBytes(LEDGER_KEY_BYTES);
  const data = Buffer.from(createRowSeal(key).seal(pieces.join(''), SEALED_FORMAT)).toString('base64');
  const wrapped = await wrapKey(key, passphrase, cost);
  return `${JSON.stringify({ format: SEALED_FORMAT, version: FILE_VERSION, key: wrapped, data })}\n`;
}

/** The whole file or none: what was there under that name stays until the new one is complete. */
async function writeWhole(file: string, pieces: readonly string[]): Promise<void> {
  // In a folder of others, somebody may have put a link where it could be expected.
  const temporary = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      for (const piece of pieces) await handle.write(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (problem) {
    await rm(temporary, { force: true });
    throw problem;
  }
}
