/** Events, not values: what may be written is listed here, field by field. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type LogEvent =
  | 'start'
  | 'quit'
  | 'bridge-refused'
  | 'keychain'
  | 'ledger'
  | 'service'
  | 'send'
  | 'delete'
  | 'refresh'
  | 'settings'
  | 'clipboard'
  | 'shortcut'
  | 'tray'
  | 'renderer-gone'
  | 'request'
  | 'lock'
  | 'login'
  | 'protection'
  | 'update';

/** Codes and numbers from our own closed sets. No names, links, origins, ids or texts. */
export interface LogFields {
  readonly call?: string;
  readonly code?: string;
  readonly count?: number;
  readonly version?: string;
}

export interface Log {
  write(event: LogEvent, fields?: LogFields): void;
  /** The newest events, one JSON object a line, oldest first. */
  read(): string;
}

export interface LogFile extends Log {
  /** Writes nothing more in this run. */
  end(): void;
}

/** As much as a person would paste into a message. */
const READ_LINES = 400;

const MAX_BYTES = 512 * 1024;
/** Our codes are short words; whatever else slipped in is cut down to them. */
const WORD = /^[A-Za-z0-9._:-]{1,64}$/;

/** Appends JSON lines to `file`; one older file is kept. A log that cannot be written is given up silently. */
export function createLog(file: string, now: () => number): LogFile {
  let usable = true;
  return {
    end() {
      usable = false;
    },
    read() {
      try {
        return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-READ_LINES).join('\n');
      } catch {
        return '';
      }
    },
    write(event, fields = {}) {
      if (!usable) return;
      const clean = Object.entries(fields).filter(
        ([, value]) => typeof value === 'number' || (typeof value === 'string' && WORD.test(value)),
      );
      const line = JSON.stringify({ at: new Date(now()).toISOString(), event, ...Object.fromEntries(clean) });
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        rotate(file);
        appendFileSync(file, `${line}\n`, { mode: 0o600 });
      } catch {
        usable = false;
      }
    },
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_BYTES) renameSync(file, `${file}.1`);
}
