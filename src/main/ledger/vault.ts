/**
 * Where the list is and who may read it: on disk under a key in the keychain, on disk under a passphrase, or in
 * memory. Nothing is ever deleted because it cannot be read.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from '../../core/ports.ts';
import type { CallOutput } from '../../shared/bridge/contract.ts';
import type { Notice } from '../../shared/bridge/models.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { lookAtJsonFile, writeJsonFile } from '../settings/json-file.ts';
import { settleInterrupted } from './interrupted.ts';
import { type Copied, copyRows } from './copy-rows.ts';
import { IN_MEMORY, isDamage, openDatabase, prepareDatabase, setAside } from './database-file.ts';
import { hold } from './hold.ts';
import type { Ledger } from './ledger.ts';
import {
  SCRYPT_COST,
  type ScryptCost,
  unwrapKey,
  wrapKey,
  type WrappedKey,
  wrappedKeySchema,
} from './passphrase-key.ts';
import { createRowSeal, LEDGER_KEY_BYTES, type RowSeal } from './row-seal.ts';
import { SqliteLedger } from './sqlite-ledger.ts';

export type LedgerPlace = CallOutput<'ledger.place'>;
export type PassphraseOutcome = CallOutput<'ledger.unlock'>;

export interface LedgerVault {
  /** The same object for the whole run, whatever is behind it. */
  readonly ledger: Ledger;
  readonly place: LedgerPlace;
  /** What a person has to be told about the list of this run. */
  readonly notices: readonly Notice[];
  /** With the notice `ledger-recovered`. */
  readonly recovered: Copied | null;
  /** Only where the list is in memory: puts it on disk, sealed under a passphrase. */
  setPassphrase(passphrase: string): Promise<PassphraseOutcome>;
  /** Puts another passphrase in the place of the one there is; no row is sealed anew. */
  changePassphrase(current: string, next: string): Promise<PassphraseOutcome>;
  /** Opens the list that is under a passphrase, and takes over what this run has sent meanwhile. */
  unlock(passphrase: string): Promise<PassphraseOutcome>;
  /** Whether it is the list's passphrase; false where there is none. */
  checkPassphrase(passphrase: string): Promise<boolean>;
  /** Closes the list and forgets its key, until `reopen`. What is only in memory stays there, out of reach. */
  lock(): void;
  /** With the key from the keychain, or with the passphrase where there is one. */
  reopen(passphrase?: string): Promise<PassphraseOutcome>;
  /** Closes it; this run goes on with an empty list in memory. */
  abandon(): void;
  /** Closes it for good. */
  close(): void;
}

export interface VaultParts {
  readonly file: string;
  readonly keychain: Keychain;
  readonly clock: Clock;
  readonly cost?: ScryptCost;
}

interface List {
  readonly database: DatabaseSync;
  readonly seal: RowSeal;
  readonly key: Uint8Array;
}

type Opened =
  | {
      readonly state: 'ready';
      readonly list: List;
      readonly notices: readonly Notice[];
      readonly copied: Copied | null;
    }
  | { readonly state: 'refused'; readonly notice: Notice };

const keyFileSchema = z.object({ version: z.literal(1), key: wrappedKeySchema });
/** Beside the list, which has a name of its own: one under the keychain stays where it is. */
export const passphraseFiles = (file: string): { list: string; key: string } => {
  const list = file.replace(/\.db$/, '') + '-passphrase.db';
  return { list, key: `${list}.key.json` };
};

export async function openVault(parts: VaultParts): Promise<LedgerVault> {
  const vault = new Vault(parts);
  await vault.begin();
  return vault;
}

class Vault implements LedgerVault {
  readonly #parts: VaultParts;
  readonly #ledger: SqliteLedger;
  /** What is in memory while it is locked: there is nowhere else to put it. */
  #kept: List | null = null;
  #current: List | null = null;
  #release: (() => void) | null = null;
  place: LedgerPlace = 'memory';
  notices: readonly Notice[] = [];
  recovered: Copied | null = null;

  constructor(parts: VaultParts) {
    this.#parts = parts;
    this.#ledger = new SqliteLedger(parts.clock);
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  async begin(): Promise<void> {
    const { file, keychain } = this.#parts;
    if (existsSync(passphraseFiles(file).key)) {
      this.#useMemory('ledger-locked');
      this.place = 'locked';
      return;
    }
    if (keychain.backend === 'memory') {
      this.#useMemory();
      return;
    }
    const key = await ledgerKey(keychain);
    if (key === null) this.#useMemory('keychain-unavailable');
    else this.#useFile(this.#openFile(file, key), 'keychain');
  }

  #useFile(opened: Opened, place: 'keychain' | 'passphrase'): void {
    if (opened.state === 'refused') {
      this.#useMemory(opened.notice);
      return;
    }
    this.#use(opened.list);
    this.place = place;
    this.notices = opened.notices;
    this.recovered = opened.copied;
  }

  #useMemory(...notices: Notice[]): void {
    const key = randomBytes(LEDGER_KEY_BYTES);
    const database = openDatabase(IN_MEMORY);
    const seal = createRowSeal(key);
    prepareDatabase(database, seal, IN_MEMORY);
    this.#use({ database, seal, key });
    this.place = 'memory';
    this.notices = notices;
  }

  #use(list: List): void {
    this.#current = list;
    this.#ledger.attach(list.database, list.seal);
  }

  /** Whatever state the file is in. A folder that cannot be written, a full disk: the program has to be usable. */
  #openFile(file: string, key: Uint8Array): Opened {
    try {
      return this.#openHeld(file, key);
    } catch {
      this.#letGo();
      return { state: 'refused', notice: 'ledger-in-memory' };
    }
  }

  #openHeld(file: string, key: Uint8Array): Opened {
    const seal = createRowSeal(key);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.#release ??= hold(`${file}.lock`);
    if (this.#release === null) return { state: 'refused', notice: 'ledger-in-use' };
    const database = tryOpen(file, seal);
    if (database === 'newer') return { state: 'refused', notice: 'ledger-newer' };
    if (database !== 'unreadable')
      return { state: 'ready', list: { database, seal, key }, notices: [], copied: null };
    return this.#beginAnew(file, seal, key);
  }

  #beginAnew(file: string, seal: RowSeal, key: Uint8Array): Opened {
    const aside = setAside(file, this.#parts.clock());
    const database = tryOpen(file, seal);
    if (typeof database === 'string') return { state: 'refused', notice: 'ledger-in-memory' };
    const copied = recover(aside, { database, seal });
    const isRecovered = copied !== null && copied.kept > 0;
    return {
      state: 'ready',
      list: { database, seal, key },
      notices: [isRecovered ? 'ledger-recovered' : 'ledger-set-aside'],
      copied: isRecovered ? copied : null,
    };
  }

  #letGo(): void {
    this.#release?.();
    this.#release = null;
  }

  async setPassphrase(passphrase: string): Promise<PassphraseOutcome> {
    const { file, clock, cost = SCRYPT_COST } = this.#parts;
    const memory = this.#current;
    if (this.place !== 'memory' || memory === null) return 'not-needed';
    const files = passphraseFiles(file);
    try {
      const key = await wrapKey(memory.key, passphrase, cost);
      if (existsSync(files.list)) setAside(files.list, clock());
      // Where the list is now, its rows are sealed under the very key that the passphrase wraps.
      const opened = this.#openFile(files.list, memory.key);
      if (opened.state === 'refused') return 'storage';
      copyRows(memory, opened.list);
      writeJsonFile(files.key, { version: 1, key });
      this.#replace(opened.list);
    } catch {
      return 'storage';
    }
    this.place = 'passphrase';
    this.notices = [];
    return 'opened';
  }

  async changePassphrase(current: string, next: string): Promise<PassphraseOutcome> {
    const { file, cost = SCRYPT_COST } = this.#parts;
    if (this.place !== 'passphrase') return 'not-needed';
    const key = await this.#keyUnder(current);
    if (key === null) return 'wrong';
    try {
      // The whole file or none of it: at every moment one of the two opens the list.
      writeJsonFile(passphraseFiles(file).key, { version: 1, key: await wrapKey(key, next, cost) });
    } catch {
      return 'storage';
    }
    return 'opened';
  }

  async unlock(passphrase: string): Promise<PassphraseOutcome> {
    const memory = this.#current;
    if (this.place !== 'locked' || memory === null) return 'not-needed';
    const key = await this.#keyUnder(passphrase);
    if (key === null) return this.#readKeyFile() === null ? 'storage' : 'wrong';
    const opened = this.#openFile(passphraseFiles(this.#parts.file).list, key);
    if (opened.state === 'refused') return 'storage';
    try {
      // Before what this run is just sending is put beside it: that is not interrupted.
      settleInterrupted(opened.list.database);
      copyRows(memory, opened.list);
    } catch {
      opened.list.database.close();
      return 'storage';
    }
    this.#replace(opened.list);
    this.place = 'passphrase';
    this.notices = opened.notices;
    this.recovered = opened.copied;
    return 'opened';
  }

  #replace(list: List): void {
    this.#ledger.detach()?.close();
    this.#use(list);
  }

  async checkPassphrase(passphrase: string): Promise<boolean> {
    return (await this.#keyUnder(passphrase)) !== null;
  }

  async #keyUnder(passphrase: string): Promise<Uint8Array | null> {
    const wrapped = this.#readKeyFile();
    return wrapped === null ? null : unwrapKey(wrapped, passphrase);
  }

  #readKeyFile(): WrappedKey | null {
    // Moved aside, it would leave a list that no passphrase opens, and a program that takes it for none.
    return lookAtJsonFile(passphraseFiles(this.#parts.file).key, keyFileSchema)?.key ?? null;
  }

  lock(): void {
    const database = this.#ledger.detach();
    if (this.place === 'memory' || this.place === 'locked') this.#kept = this.#current;
    else database?.close();
    this.#current = null;
  }

  async reopen(passphrase?: string): Promise<PassphraseOutcome> {
    if (this.#ledger.isOpen) return 'not-needed';
    if (this.#kept !== null) {
      this.#use(this.#kept);
      this.#kept = null;
      return 'opened';
    }
    const isUnderPassphrase = this.place === 'passphrase';
    const key = isUnderPassphrase
      ? await this.#keyUnder(passphrase ?? '')
      : await ledgerKey(this.#parts.keychain);
    if (key === null) return isUnderPassphrase ? 'wrong' : 'storage';
    const { file } = this.#parts;
    const opened = this.#openFile(isUnderPassphrase ? passphraseFiles(file).list : file, key);
    if (opened.state === 'refused') return 'storage';
    this.#use(opened.list);
    return 'opened';
  }

  abandon(): void {
    this.close();
    this.#kept = null;
    this.#useMemory();
  }

  close(): void {
    this.#ledger.detach()?.close();
    this.#kept?.database.close();
    this.#current = null;
    this.#letGo();
  }
}

function tryOpen(file: string, seal: RowSeal): DatabaseSync | 'newer' | 'unreadable' {
  let database: DatabaseSync;
  try {
    database = openDatabase(file);
  } catch (problem) {
    if (isDamage(problem)) return 'unreadable';
    throw problem;
  }
  const state = prepareDatabase(database, seal, file);
  return state === 'ready' ? database : state;
}

/** Null when not even its rows can be listed. */
function recover(aside: string, to: { database: DatabaseSync; seal: RowSeal }): Copied | null {
  let damaged: DatabaseSync;
  try {
    damaged = openDatabase(aside);
  } catch {
    return null;
  }
  try {
    return copyRows({ database: damaged, seal: to.seal }, to);
  } catch {
    return null;
  } finally {
    damaged.close();
  }
}

/** The key from the keychain, made at first use. Null when the keychain does not say whether there is one. */
async function ledgerKey(keychain: Keychain): Promise<Uint8Array | null> {
  const stored = await keychain.read('ledger-key');
  if (!stored.ok) return null;
  const key = stored.value === null ? null : Buffer.from(stored.value, 'base64');
  if (key?.length === LEDGER_KEY_BYTES) return key;
  const fresh = randomBytes(LEDGER_KEY_BYTES);
  const written = await keychain.write('ledger-key', fresh.toString('base64'));
  return written.ok ? fresh : null;
}
