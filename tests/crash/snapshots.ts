/** What is in the program's two databases, read from copies so that the files stay as the program left them. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { placesIn } from './program.ts';
import { digestOf } from './secrets.ts';

export interface Snapshot {
  /** What SQLite found damaged in either file; empty when both are well. */
  readonly damage: readonly string[];
  /** The list. */
  readonly shares: readonly { readonly id: string; readonly delivery: string }[];
  readonly outbox: readonly {
    readonly id: string;
    readonly digest: string;
    /** Its request had left, and no answer had been stored. */
    readonly isInFlight: boolean;
  }[];
  /** At the built-in service. */
  readonly messages: readonly { readonly messageId: string; readonly digest: string }[];
}

const shareRows = z.array(z.object({ id: z.string(), delivery: z.string() }));
const outboxRows = z.array(z.object({ share_id: z.string(), envelope: z.string(), in_flight: z.int() }));
/** Nobody opens the secrets of a run, so that each message has its envelope to the end. */
const messageRows = z.array(z.object({ message_id: z.string(), envelope: z.string() }));

/** Reads the databases of a program that is not running. A missing one is empty. */
export function takeSnapshot(userData: string): Snapshot {
  const places = placesIn(userData);
  const ledger = readCopy(places.ledger, (database) => ({
    shares: shareRows.parse(database.prepare('SELECT id, delivery FROM share').all()),
    outbox: outboxRows.parse(database.prepare('SELECT share_id, envelope, in_flight FROM outbox').all()),
  }));
  const service = readCopy(places.service, (database) =>
    messageRows.parse(database.prepare('SELECT message_id, envelope FROM messages').all()),
  );
  return {
    damage: [...ledger.damage, ...service.damage],
    shares: ledger.rows?.shares ?? [],
    outbox: (ledger.rows?.outbox ?? []).map(({ share_id, envelope, in_flight }) => ({
      id: share_id,
      digest: digestOf(envelope),
      isInFlight: in_flight === 1,
    })),
    messages: (service.rows ?? []).map(({ message_id, envelope }) => ({
      messageId: message_id,
      digest: digestOf(envelope),
    })),
  };
}

export interface Copy<T> {
  readonly damage: readonly string[];
  readonly rows: T | null;
}

/** Reads a database from a copy. The write-ahead log belongs to the file; the shared memory beside it is made anew from both. */
export function readCopy<T>(file: string, read: (database: DatabaseSync) => T): Copy<T> {
  if (!existsSync(file)) return { damage: [], rows: null };
  const folder = mkdtempSync(join(tmpdir(), 'enigmacrypt-snapshot-'));
  try {
    const copy = join(folder, 'copy.db');
    for (const suffix of ['', '-wal']) {
      if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
    }
    const database = new DatabaseSync(copy);
    try {
      return { damage: damageIn(database), rows: hasTables(database) ? read(database) : null };
    } finally {
      database.close();
    }
  } catch (problem) {
    return { damage: [String(problem)], rows: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function damageIn(database: DatabaseSync): string[] {
  const integrity = database.prepare('PRAGMA integrity_check').all();
  const references = database.prepare('PRAGMA foreign_key_check').all();
  return [
    ...integrity.map((row) => String(row['integrity_check'])).filter((found) => found !== 'ok'),
    ...references.map((row) => `broken reference: ${JSON.stringify(row)}`),
  ];
}

/** A program that was killed in its first start may not have come to making any. */
const hasTables = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table'").get() !== undefined;
