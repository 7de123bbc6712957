/** A program that stays, scripted: lock, closing, starting with the session, protection from capture. */
import type { CallHandlers, EventPayload } from '../../src/shared/bridge/contract.ts';
import { type CallName, callNames, type EventName } from '../../src/shared/bridge/names.ts';
import type {
  AskedView,
  LockState,
  Protection,
  ResidentState,
  UnlockOutput,
  ViewName,
} from '../../src/shared/bridge/resident.ts';
import { callsWhileLocked } from '../../src/shared/bridge/contract.ts';

export interface ResidentScript {
  readonly lock?: LockState;
  /** How unlocking goes; by default it opens. */
  readonly unlocking?: UnlockOutput;
  readonly resident?: Partial<ResidentState>;
  readonly protection?: Protection;
  /** The view that was asked for before the window was there. */
  readonly askedView?: ViewName;
}

export interface ResidentWorld {
  lock: LockState;
  resident: ResidentState;
  protection: Protection;
  view: AskedView | null;
  /** How the window was closed, if it was. */
  closed: 'tray' | 'quit' | 'as-set' | null;
}

export const residentWorld = (script: ResidentScript): ResidentWorld => ({
  lock: script.lock ?? { isLocked: false },
  resident: { hasTray: true, startsAtLogin: 'off', ...script.resident },
  protection: script.protection ?? { state: 'unavailable', endsAt: null },
  view: script.askedView === undefined ? null : { view: script.askedView, entry: null },
  closed: null,
});

/** What the router refuses while the program is locked. */
export const isRefused = (world: ResidentWorld, name: CallName): boolean =>
  world.lock.isLocked && callNames.includes(name) && !callsWhileLocked.includes(name);

type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
type ResidentCall = Extract<
  CallName,
  `lock.${string}` | `resident.${string}` | `view.${string}` | `window.${string}` | `protection.${string}`
>;

export function residentHandlers(
  world: ResidentWorld,
  script: () => ResidentScript,
  emit: Emit,
): Pick<CallHandlers, ResidentCall> {
  const protect = (protection: Protection): Promise<Protection> => {
    world.protection = protection;
    emit('protection.changed', protection);
    return Promise.resolve(protection);
  };
  return {
    'view.take': () => {
      const { view } = world;
      world.view = null;
      return Promise.resolve(view);
    },
    'lock.state': () => Promise.resolve(world.lock),
    'lock.now': () => {
      world.lock = { isLocked: true, why: 'asked', opens: 'keychain' };
      return Promise.resolve(world.lock);
    },
    'lock.unlock': ({ passphrase }) => {
      const needed = world.lock.isLocked && world.lock.opens === 'passphrase';
      const outcome = script().unlocking ?? (needed && passphrase === null ? 'wrong-passphrase' : 'unlocked');
      if (outcome === 'unlocked') world.lock = { isLocked: false };
      return Promise.resolve(outcome);
    },
    'resident.state': () => Promise.resolve(world.resident),
    'resident.startAtLogin': ({ isOn }) => {
      if (world.resident.startsAtLogin !== 'not-installed')
        world.resident = { ...world.resident, startsAtLogin: isOn ? 'on' : 'off' };
      return Promise.resolve(world.resident);
    },
    'window.close': ({ then }) => {
      world.closed = then;
      return Promise.resolve(null);
    },
    'protection.state': () => Promise.resolve(world.protection),
    'protection.set': ({ wanted }) => {
      if (wanted === 'trial') return protect({ state: 'trial', endsAt: Date.now() + 15_000 });
      return protect({ state: wanted === 'keep' ? 'on' : 'off', endsAt: null });
    },
  };
}
