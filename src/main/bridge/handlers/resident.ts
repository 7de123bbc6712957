/** Calls about a program that stays: locking, closing, starting with the session, protection from capture. */
import type { CallHandlers } from '../../../shared/bridge/contract.ts';
import type { CallName } from '../../../shared/bridge/names.ts';
import type { AskedView, ResidentState } from '../../../shared/bridge/resident.ts';
import type { Lock } from '../../lock/lock.ts';
import type { ProtectionSwitch } from '../../resident/protection.ts';
import type { StartAtLogin } from '../../resident/start-at-login.ts';

export type ResidentCall = Extract<
  CallName,
  `lock.${string}` | `resident.${string}` | `view.${string}` | `window.${string}` | `protection.${string}`
>;

export interface ResidentParts {
  readonly lock: Lock;
  readonly login: StartAtLogin;
  readonly protection: ProtectionSwitch;
  readonly state: () => ResidentState;
  /** The view asked for from outside; null from then on. */
  readonly takeView: () => AskedView | null;
  /** Closes the window, and the program with it where that is wanted. */
  readonly close: (then: 'tray' | 'quit' | 'as-set') => void;
}

export function residentCalls(parts: ResidentParts): Pick<CallHandlers, ResidentCall> {
  const { lock, login, protection, state } = parts;
  return {
    'view.take': () => Promise.resolve(parts.takeView()),
    'lock.state': () => Promise.resolve(lock.state),
    'lock.now': () => {
      // The answer first: the window that asked is about to go.
      setImmediate(() => {
        lock.lock('asked');
      });
      return Promise.resolve(lock.state);
    },
    'lock.unlock': ({ passphrase }) => lock.unlock(passphrase),
    'resident.state': () => Promise.resolve(state()),
    'resident.startAtLogin': ({ isOn }) => {
      login.set(isOn);
      return Promise.resolve(state());
    },
    'window.close': ({ then }) => {
      setImmediate(() => {
        parts.close(then);
      });
      return Promise.resolve(null);
    },
    'protection.state': () => Promise.resolve(protection.state),
    'protection.set': ({ wanted }) => {
      if (wanted === 'trial') protection.try();
      else if (wanted === 'keep') protection.keep();
      else protection.off();
      return Promise.resolve(protection.state);
    },
  };
}
