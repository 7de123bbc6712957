/** What the double's world is made of: what a test says of it, and what becomes of it. */
import type { CallOutput, EventPayload } from '../../src/shared/bridge/contract.ts';
import type {
  Account,
  AppInfo,
  DeleteOutput,
  OpenOutput,
  SendOutput,
  ServiceState,
  Settings,
  Share,
} from '../../src/shared/bridge/models.ts';
import type { CallName, EventName } from '../../src/shared/bridge/names.ts';
import type { LedgerDouble, LedgerScript } from './ledger.ts';
import type { QuickScript } from './quick-share.ts';
import type { ResidentScript, ResidentWorld } from './resident.ts';
import type { UpdatesScript } from './updates.ts';

/** What a test says about the world before the window starts. Everything left out is the usual. */
export interface Script extends LedgerScript, QuickScript, ResidentScript, UpdatesScript {
  readonly info?: Partial<AppInfo>;
  readonly settings?: Partial<Settings>;
  readonly service?: ServiceState;
  readonly shares?: readonly Share[];
  /** So many more, generated where the window is: they need not cross into it. */
  readonly generated?: number;
  /** Besides the built-in one. */
  readonly accounts?: readonly Account[];
  /** How the service takes what is sent; by default it stores it. */
  readonly send?: SendOutput['outcome'];
  readonly sendReason?: Extract<SendOutput, { reason: unknown }>['reason'];
  readonly invalid?: Extract<SendOutput, { outcome: 'invalid' }>['why'];
  /** What comes of asking for news. */
  readonly asked?: CallOutput<'shares.refresh'>;
  readonly deleteFails?: Extract<DeleteOutput, { outcome: 'failed' }>['reason'];
  /** What `shares.cancel` answers; by default it was in time. */
  readonly cancel?: CallOutput<'shares.cancel'>;
  /** The keychain takes nothing and lets go of nothing. */
  readonly keychainRefuses?: boolean;
  /** What `accounts.check` answers; by default the service announces nothing. */
  readonly check?: CallOutput<'accounts.check'>;
  /** What `secrets.open` answers. Without it, envelopes sent before are found by their link. */
  readonly open?: OpenOutput;
  /** Milliseconds each call takes. */
  readonly latency?: number;
  /** Calls that never answer. */
  readonly hanging?: readonly CallName[];
  /** Calls that throw, as a broken main process would. */
  readonly broken?: readonly CallName[];
}

export interface World extends ResidentWorld {
  script: Script;
  settings: Settings;
  service: ServiceState;
  shares: Share[];
  accounts: Account[];
  readonly ledger: LedgerDouble;
  readonly passwords: Map<string, string>;
  readonly envelopes: Map<string, { text: string; taken: number }>;
}

export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export function definedOf<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
