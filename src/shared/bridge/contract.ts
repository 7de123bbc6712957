/**
 * The bridge between windows and the main process, each call and event defined once. The main router, the
 * preload, the window's client and the test double are all derived from this.
 */
import { z } from 'zod';
import {
  clipboardQuestionSchema,
  clipboardStateSchema,
  markedTextInput,
  verdictInput,
  wroteInput,
} from './clipboard.ts';
import {
  askedSchema,
  bulkOutputSchema,
  bulkProgressSchema,
  eraseOutput,
  exportInput,
  exportOutput,
  forgottenOutput,
  happenedInput,
  importInput,
  importOutput,
  ledgerChangedSchema,
  ledgerEntrySchema,
  ledgerIdsInput,
  ledgerIdsOutput,
  ledgerPageSchema,
  ledgerPlaceSchema,
  ledgerQuerySchema,
  ledgerSummarySchema,
  MAX_SELECTION,
  noteInput,
  changePassphraseInput,
  passphraseInput,
  passphraseOutput,
  restoredOutput,
  selectionInput,
} from './ledger.ts';
import {
  accountSchema,
  addAccountInput,
  addAccountOutput,
  appInfoSchema,
  cancelOutput,
  changeAccountInput,
  checkOutput,
  deleteOutputSchema,
  inputs,
  keepPasswordInput,
  openOutputSchema,
  removeAccountOutput,
  retryInput,
  sendInputSchema,
  sendOutputSchema,
  serviceStateSchema,
  settingsSchema,
  setTokenInput,
  setTokenOutput,
} from './models.ts';
import { programCommandSchema } from './program.ts';
import type { CallName, EventName, WindowKind } from './names.ts';
import {
  holdInput,
  quickModeSchema,
  quickShownSchema,
  recordingInput,
  setShortcutInput,
  setShortcutOutput,
  shortcutsStateSchema,
  trayStateSchema,
} from './quick-share.ts';
import {
  closeInput,
  closingSchema,
  lockStateSchema,
  protectInput,
  protectionSchema,
  residentStateSchema,
  startAtLoginInput,
  unlockInput,
  unlockOutput,
  askedViewSchema,
} from './resident.ts';
import { updatesSchema } from './updates.ts';

export interface CallSpec {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Which kinds of window may make this call. */
  readonly windows: readonly WindowKind[];
  /** How many values its input may hold, where that is more than usual. */
  readonly nodes?: number;
}

const nothing = z.undefined();
/** A selection holds an id and its place for each entry. */
const manyEntries = 2 * MAX_SELECTION + 10;
/** Every window a person sees. */
const everyWindow: readonly WindowKind[] = ['main', 'quick'];

export const calls = {
  'app.info': { input: nothing, output: appInfoSchema, windows: everyWindow },
  'settings.get': { input: nothing, output: settingsSchema, windows: everyWindow },
  'settings.set': { input: settingsSchema.partial(), output: settingsSchema, windows: ['main'] },
  'service.state': { input: nothing, output: serviceStateSchema, windows: everyWindow },
  /** Somebody is about to send: the built-in service starts if it rests and is what would be sent to. */
  'service.prepare': { input: nothing, output: nothing, windows: everyWindow },
  'service.restart': { input: nothing, output: serviceStateSchema, windows: ['main'] },
  'shares.send': { input: sendInputSchema, output: sendOutputSchema, windows: everyWindow },
  /** Asks the services for news of what may have changed. */
  'shares.refresh': { input: nothing, output: askedSchema, windows: ['main'] },
  'shares.delete': { input: inputs.shareId, output: deleteOutputSchema, windows: ['main'] },
  /** Sends a waiting or uncertain one now, by the person's own decision, if need be with another expiry. */
  'shares.retry': { input: retryInput, output: sendOutputSchema, windows: ['main'] },
  /** Takes one out of the outbox; one that is just being sent is stopped, if that is still possible. */
  'shares.cancel': { input: inputs.shareId, output: cancelOutput, windows: ['main'] },
  'ledger.query': { input: ledgerQuerySchema, output: ledgerPageSchema, windows: ['main'] },
  'ledger.summary': { input: nothing, output: ledgerSummarySchema, windows: ['main'] },
  'ledger.ids': { input: ledgerIdsInput, output: ledgerIdsOutput, windows: ['main'] },
  /** Null when there is no such entry. */
  'ledger.entry': { input: inputs.shareId, output: ledgerEntrySchema.nullable(), windows: ['main'] },
  'ledger.note': { input: noteInput, output: z.boolean(), windows: ['main'] },
  'ledger.happened': { input: happenedInput, output: z.boolean(), windows: everyWindow },
  /** Asks the services one by one within their rate budgets; tells how far it is by `ledger.progress`. */
  'ledger.deleteMany': {
    input: selectionInput,
    output: bulkOutputSchema,
    windows: ['main'],
    nodes: manyEntries,
  },
  /** Stops what `ledger.deleteMany` has not tried yet. False when nothing was under way. */
  'ledger.stopBulk': { input: nothing, output: z.boolean(), windows: ['main'] },
  /** Hides them at once; they are removed after `UNDO_MS`, or when the program ends. */
  'ledger.forgetMany': {
    input: selectionInput,
    output: forgottenOutput,
    windows: ['main'],
    nodes: manyEntries,
  },
  'ledger.restore': { input: selectionInput, output: restoredOutput, windows: ['main'], nodes: manyEntries },
  /** The main process asks where to, and answers the file's name only. */
  'ledger.export': { input: exportInput, output: exportOutput, windows: ['main'] },
  /** The main process asks which file. After `needs-passphrase` the next call is about the same file. */
  'ledger.import': { input: importInput, output: importOutput, windows: ['main'] },
  'ledger.place': { input: nothing, output: ledgerPlaceSchema, windows: ['main'] },
  /** Without a keychain: seals this run's list on disk under a passphrase. */
  'ledger.setPassphrase': { input: passphraseInput, output: passphraseOutput, windows: ['main'] },
  'ledger.changePassphrase': { input: changePassphraseInput, output: passphraseOutput, windows: ['main'] },
  'ledger.unlock': { input: passphraseInput, output: passphraseOutput, windows: ['main'] },
  /** Takes away everything this program keeps on this computer. The services are not asked. */
  'program.erase': { input: nothing, output: eraseOutput, windows: ['main'] },
  /** Keeps a wrapped password in the keychain. False when the keychain did not take it. */
  'passwords.keep': { input: keepPasswordInput, output: z.boolean(), windows: everyWindow },
  /** The wrapped password, or null when none is kept or the keychain did not answer. */
  'passwords.kept': { input: inputs.shareId, output: z.string().nullable(), windows: ['main'] },
  'passwords.drop': { input: inputs.shareId, output: z.boolean(), windows: everyWindow },
  'accounts.list': { input: nothing, output: z.array(accountSchema), windows: everyWindow },
  'accounts.add': { input: addAccountInput, output: addAccountOutput, windows: ['main'] },
  /** Null when there is no such account. The built-in one takes new defaults only. */
  'accounts.change': { input: changeAccountInput, output: accountSchema.nullable(), windows: ['main'] },
  /** Replaces the token, or takes it away. No call ever answers one. */
  'accounts.setToken': { input: setTokenInput, output: setTokenOutput, windows: ['main'] },
  /** Asks the service anew what it can do. */
  'accounts.check': { input: inputs.accountId, output: checkOutput, windows: ['main'] },
  /** Makes it the one new secrets go to. */
  'accounts.use': { input: inputs.accountId, output: z.boolean(), windows: ['main'] },
  /** Takes the token out of the keychain and forgets the account; what was sent with it stays listed. */
  'accounts.remove': { input: inputs.accountId, output: removeAccountOutput, windows: ['main'] },
  /** The log's events and what runs here, as text to copy. Nothing secret is in it. */
  'diagnostics.read': { input: nothing, output: z.string(), windows: ['main'] },
  /** Fetches an envelope by its link. Counts one access at the service. */
  'secrets.open': { input: inputs.link, output: openOutputSchema, windows: ['main'] },
  /** Opens a link of a known service in the person's browser. False when it is not one. */
  'external.open': { input: inputs.link, output: z.boolean(), windows: ['main'] },
  'clipboard.state': { input: nothing, output: clipboardStateSchema, windows: everyWindow },
  /** Lets the asking window's own copy event happen, where the person's last key is too long ago. */
  'clipboard.copy': { input: nothing, output: z.boolean(), windows: everyWindow },
  /** The window has copied: lets it read back by a paste event of its own, and watches what it wrote. */
  'clipboard.wrote': { input: wroteInput, output: clipboardStateSchema, windows: everyWindow },
  /** Hands the text over to be written with marks. False unless the person chose that and it is possible here. */
  'clipboard.writeMarked': { input: markedTextInput, output: z.boolean(), windows: everyWindow },
  /** What is in the clipboard stays: the person wants it to, or it turned out not to be ours. */
  'clipboard.keep': { input: nothing, output: clipboardStateSchema, windows: everyWindow },
  /** Lets the asking window paste, into itself. */
  'clipboard.paste': { input: nothing, output: z.boolean(), windows: ['quick'] },
  /** What to compare the clipboard with; a paste event follows. Null when nobody wants to know any more. */
  'clipboard.question': { input: nothing, output: clipboardQuestionSchema.nullable(), windows: ['guard'] },
  'clipboard.verdict': { input: verdictInput, output: z.boolean(), windows: ['guard'] },
  /** The page is drawn and can be typed in. Answers what it was opened for, or null while it is kept ready. */
  'quick.ready': { input: nothing, output: quickModeSchema.nullable(), windows: ['quick'] },
  'quick.hold': { input: holdInput, output: z.boolean(), windows: ['quick'] },
  /** Closes and wipes. */
  'quick.close': { input: nothing, output: z.boolean(), windows: ['quick'] },
  'shortcuts.state': { input: nothing, output: shortcutsStateSchema, windows: ['main'] },
  'shortcuts.set': { input: setShortcutInput, output: setShortcutOutput, windows: ['main'] },
  'shortcuts.record': { input: recordingInput, output: z.boolean(), windows: ['main'] },
  'tray.state': { input: nothing, output: trayStateSchema, windows: ['main'] },
  /** The view that was asked for from outside and not gone to yet; it is taken once. */
  'view.take': { input: nothing, output: askedViewSchema.nullable(), windows: ['main'] },
  'lock.state': { input: nothing, output: lockStateSchema, windows: ['main'] },
  /** Closes every window with what is in it, and drops tokens and the key of the list. */
  'lock.now': { input: nothing, output: lockStateSchema, windows: ['main'] },
  'lock.unlock': { input: unlockInput, output: unlockOutput, windows: ['main'] },
  'resident.state': { input: nothing, output: residentStateSchema, windows: ['main'] },
  'resident.startAtLogin': { input: startAtLoginInput, output: residentStateSchema, windows: ['main'] },
  /** Closes the window without asking about anything in it again. */
  'window.close': { input: closeInput, output: z.null(), windows: ['main'] },
  'protection.state': { input: nothing, output: protectionSchema, windows: ['main'] },
  'protection.set': { input: protectInput, output: protectionSchema, windows: ['main'] },
  'updates.state': { input: nothing, output: updatesSchema, windows: ['main'] },
  /** Asks now whether there is a newer version. How that goes is told by `updates.changed`. */
  'updates.look': { input: nothing, output: updatesSchema, windows: ['main'] },
  'updates.download': { input: nothing, output: updatesSchema, windows: ['main'] },
  /** Stops a download; what has arrived is thrown away. */
  'updates.stop': { input: nothing, output: updatesSchema, windows: ['main'] },
  /** Quits, puts the new version in place and starts it. A window with something unfinished may hold it up. */
  'updates.install': { input: nothing, output: updatesSchema, windows: ['main'] },
  /** Opens the page with the releases in the person's browser. False where there is none. */
  'updates.openPage': { input: nothing, output: z.boolean(), windows: ['main'] },
} as const satisfies Record<CallName, CallSpec>;

export const events = {
  'settings.changed': settingsSchema,
  /** The program's menu asks the window for a view, or for what lies over it. */
  'program.command': programCommandSchema,
  'service.changed': serviceStateSchema,
  'ledger.changed': ledgerChangedSchema,
  'ledger.progress': bulkProgressSchema,
  'accounts.changed': z.array(accountSchema),
  'clipboard.changed': clipboardStateSchema,
  'shortcuts.changed': shortcutsStateSchema,
  'quick.shown': quickShownSchema,
  /** A view was asked for from outside: `view.take` says which. */
  'view.asked': z.null(),
  'window.closing': closingSchema,
  'resident.changed': residentStateSchema,
  'protection.changed': protectionSchema,
  'updates.changed': updatesSchema,
} as const satisfies Record<EventName, z.ZodType>;

/** What answers while the program is locked: how it looks, and the way out. Everything else is refused. */
export const callsWhileLocked: readonly CallName[] = [
  'app.info',
  'settings.get',
  'lock.state',
  'lock.now',
  'lock.unlock',
  // Locking clears the clipboard if it is ours, and somebody has to look.
  'clipboard.question',
  'clipboard.verdict',
];
/** What windows are told while the program is locked. */
export const eventsWhileLocked: readonly EventName[] = ['settings.changed'];

export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;

/**
 * What the preload puts on the window: one function for each call, one subscription for each event. What comes out of
 * them has been parsed by the main process.
 */
export interface BridgeApi {
  readonly calls: { readonly [N in CallName]: (input: CallInput<N>) => Promise<CallOutput<N>> };
  /** Each subscription answers the function that ends it. */
  readonly events: {
    readonly [N in EventName]: (listener: (payload: EventPayload<N>) => void) => () => void;
  };
}

/** The window that makes a call, as far as a handler may know it. */
export interface Caller {
  readonly kind: WindowKind;
  /** Makes the window's own copy or paste event happen. What is copied or pasted stays in the window. */
  copy(): void;
  paste(): void;
}

/** What the main process must implement: a call without a handler does not compile. */
export type CallHandlers = {
  readonly [N in CallName]: (
    input: z.output<(typeof calls)[N]['input']>,
    caller?: Caller,
  ) => Promise<CallOutput<N>>;
};
