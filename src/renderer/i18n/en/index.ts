import { accounts } from './accounts.ts';
import { clipboard } from './clipboard.ts';
import { compose } from './compose.ts';
import { failure } from './failure.ts';
import { app, nav, service, notice } from './frame.ts';
import { about, introduction, keys, palette } from './guide.ts';
import { handover, reading, recipient } from './handover.ts';
import { ledger } from './ledger.ts';
import { lock } from './lock.ts';
import { listSettings } from './list-settings.ts';
import { open } from './open.ts';
import { quick } from './quick.ts';
import { protection, resident } from './resident.ts';
import { sent } from './sent.ts';
import { settings } from './settings.ts';
import { textFile } from './text-file.ts';
import { updates } from './updates.ts';

/**
 * Every word of the windows in English. Second person, short, concrete; what went wrong is told as what
 * happened, what was kept, and what to do. `{{…}}` are placeholders.
 */
export const en = {
  app,
  nav,
  service,
  notice,
  accounts,
  clipboard,
  compose,
  failure,
  handover,
  recipient,
  reading,
  sent,
  ledger,
  listSettings,
  open,
  quick,
  settings,
  introduction,
  palette,
  keys,
  about,
  lock,
  resident,
  protection,
  textFile,
  updates,
} as const;
