/** What locking takes away, and what brings it back. */
import { powerMonitor } from 'electron';
import type { UnlockOutput } from '../../shared/bridge/resident.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { createIdleWatch } from '../lock/idle-watch.ts';
import { createLock, type Lock, type Opener, takeEachStep } from '../lock/lock.ts';
import type { Log } from '../log/log.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Core } from './core.ts';

export interface ProgramLockParts {
  readonly core: Promise<Core>;
  readonly settings: SettingsStore;
  readonly log: Log;
  /** Takes every window away with what is in it. */
  readonly wipe: () => void;
  /** Empties the clipboard if it still holds what we put there. */
  readonly clearClipboard: () => Promise<void>;
}

export function composeLock({ core, settings, log, wipe, clearClipboard }: ProgramLockParts): Lock {
  /** Nothing is known of the keychain until the core is there; there is nothing to open then either. */
  let ready: Core | null = null;
  void core.then((made) => {
    ready = made;
  });
  const lock = createLock({
    log,
    wipe,
    forget: async () => {
      // It may take a while to find out whose the clipboard is: tokens do not wait for that.
      const cleared = clearClipboard();
      // Looked at further down.
      cleared.catch(() => undefined);
      const { tokens, outbox, sender, room, vault } = await core;
      tokens.forget();
      outbox.pause();
      room.bulk.stop();
      await takeEachStep([
        () => cleared,
        // On a full disk this fails, and the key has to go all the same.
        () => room.forgetting.finish(),
        // What is under way is let end: its answer would be lost otherwise, and with it a link.
        () => sender.pause(),
        () => {
          if (vault.ledger.isOpen) vault.lock();
        },
      ]);
    },
    prove: async (passphrase) => prove(await core, passphrase),
    opener: () => (ready === null ? 'click' : openerOf(ready)),
    resume: () => {
      ready?.sender.resume();
      ready?.outbox.resume();
    },
  });
  const idle = createIdleWatch({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onIdle: () => {
      lock.lock('idle');
    },
  });
  const watch = (): void => {
    idle.watch(lock.state.isLocked ? null : settings.current.lockAfter);
  };
  lock.onChange(watch);
  const lockWithSystem = (): void => {
    if (settings.current.lockWithSystem) lock.lock('system');
  };
  powerMonitor.on('lock-screen', lockWithSystem);
  powerMonitor.on('suspend', lockWithSystem);
  settings.onChange(watch);
  watch();
  return lock;
}

/** A list that is under a passphrase needs it. Without a keychain nothing outlives this run anyway. */
function openerOf({ vault, keychain }: Core): Opener {
  if (vault.place === 'passphrase') return 'passphrase';
  return keychain.backend === 'memory' ? 'click' : 'keychain';
}

async function prove(core: Core, passphrase: string | null): Promise<UnlockOutput> {
  const proof = openerOf(core) === 'keychain' ? await proveKeychain(core.keychain) : 'unlocked';
  if (proof !== 'unlocked') return proof;
  switch (await core.vault.reopen(passphrase ?? undefined)) {
    case 'opened':
    case 'not-needed':
      return 'unlocked';
    case 'wrong':
      return 'wrong-passphrase';
    case 'storage':
      return 'storage';
  }
}

/**
 * A keychain that gives out what is in it is open: reading makes the system ask the person where it is not. An
 * item that is there is read, because searching for one that is not asks nobody.
 */
async function proveKeychain(keychain: Keychain): Promise<UnlockOutput> {
  if (keychain.backend === 'memory') return 'unlocked';
  const read = await keychain.read('builtin-service-token');
  if (!read.ok) return 'keychain';
  if (read.value !== null) return 'unlocked';
  const written = await keychain.write('probe', 'probe');
  if (written.ok) await keychain.remove('probe');
  return written.ok ? 'unlocked' : 'keychain';
}
