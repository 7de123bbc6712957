/** What each call does. The router has checked who asks and what for; nothing here sees an Electron event. */
import type { CallHandlers } from '../../../shared/bridge/contract.ts';
import { accountCalls } from './accounts.ts';
import { ledgerCalls } from './ledger.ts';
import type { ClipboardCall } from './clipboard.ts';
import type { HandlerParts } from './parts.ts';
import { programCalls } from './program.ts';
import type { QuickShareCall } from './quick-share.ts';
import type { ResidentCall } from './resident.ts';
import { shareCalls } from './shares.ts';
import type { UpdatesCall } from './updates.ts';

/** All but what works without the keychain. */
export type CoreHandlers = Omit<CallHandlers, ClipboardCall | QuickShareCall | ResidentCall | UpdatesCall>;

export function createHandlers(parts: HandlerParts): CoreHandlers {
  return { ...programCalls(parts), ...shareCalls(parts), ...accountCalls(parts), ...ledgerCalls(parts) };
}
