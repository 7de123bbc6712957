/**
 * The bridge's channel names and nothing else, so that the preload, which only wires, carries no schema code.
 * `contract.ts` gives each name its schemas; a name without one does not compile.
 */
export const callNames = [
  'app.info',
  'settings.get',
  'settings.set',
  'service.state',
  'service.prepare',
  'service.restart',
  'shares.send',
  'shares.refresh',
  'shares.delete',
  'shares.retry',
  'shares.cancel',
  'ledger.query',
  'ledger.summary',
  'ledger.ids',
  'ledger.entry',
  'ledger.note',
  'ledger.happened',
  'ledger.deleteMany',
  'ledger.stopBulk',
  'ledger.forgetMany',
  'ledger.restore',
  'ledger.export',
  'ledger.import',
  'ledger.place',
  'ledger.setPassphrase',
  'ledger.changePassphrase',
  'ledger.unlock',
  'program.erase',
  'passwords.keep',
  'passwords.kept',
  'passwords.drop',
  'accounts.list',
  'accounts.add',
  'accounts.change',
  'accounts.setToken',
  'accounts.check',
  'accounts.use',
  'accounts.remove',
  'secrets.open',
  'external.open',
  'diagnostics.read',
  'clipboard.state',
  'clipboard.copy',
  'clipboard.wrote',
  'clipboard.writeMarked',
  'clipboard.keep',
  'clipboard.paste',
  'clipboard.question',
  'clipboard.verdict',
  'quick.ready',
  'quick.hold',
  'quick.close',
  'shortcuts.state',
  'shortcuts.set',
  'shortcuts.record',
  'tray.state',
  'view.take',
  'lock.state',
  'lock.now',
  'lock.unlock',
  'resident.state',
  'resident.startAtLogin',
  'window.close',
  'protection.state',
  'protection.set',
  'updates.state',
  'updates.look',
  'updates.download',
  'updates.stop',
  'updates.install',
  'updates.openPage',
] as const;
export type CallName = (typeof callNames)[number];

export const eventNames = [
  'settings.changed',
  'program.command',
  'service.changed',
  'ledger.changed',
  'ledger.progress',
  'accounts.changed',
  'clipboard.changed',
  'shortcuts.changed',
  'quick.shown',
  'view.asked',
  'window.closing',
  'resident.changed',
  'protection.changed',
  'updates.changed',
] as const;
export type EventName = (typeof eventNames)[number];

/** The kinds of window there are. Each call says which of them may use it. */
export const windowKinds = ['main', 'quick', 'guard'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** What the small windows' preloads wire: a test compares it with what the contract lets them call. */
export const quickCallNames = [
  'app.info',
  'settings.get',
  'service.state',
  'service.prepare',
  'shares.send',
  'ledger.happened',
  'passwords.keep',
  'passwords.drop',
  'accounts.list',
  'clipboard.state',
  'clipboard.copy',
  'clipboard.wrote',
  'clipboard.writeMarked',
  'clipboard.keep',
  'clipboard.paste',
  'quick.ready',
  'quick.hold',
  'quick.close',
] as const satisfies readonly CallName[];
export const guardCallNames = [
  'clipboard.question',
  'clipboard.verdict',
] as const satisfies readonly CallName[];

/** Who hears which event. A window is told what it shows, and no more. */
export const heardBy: Readonly<Record<WindowKind, readonly EventName[]>> = {
  main: eventNames.filter((name) => name !== 'quick.shown'),
  quick: ['settings.changed', 'service.changed', 'accounts.changed', 'clipboard.changed', 'quick.shown'],
  guard: [],
};

export const callChannel = (name: CallName): string => `call:${name}`;
export const eventChannel = (name: EventName): string => `event:${name}`;

/** The property of the window's global object under which the preload puts the bridge. */
export const BRIDGE_KEY = 'enigma';
