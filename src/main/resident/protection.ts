/** Protection from screen capture, tried for a moment before it stays. */
import type { Protection } from '../../shared/bridge/resident.ts';
import { PROTECTION_TRIAL_MS } from '../../shared/bridge/resident.ts';

export interface ProtectionParts {
  /** Whether this system has it at all. */
  readonly isAvailable: boolean;
  /** As stored: what was kept in an earlier run. */
  readonly isKept: boolean;
  /** Puts it on every window, or takes it off. */
  readonly apply: (isOn: boolean) => void;
  readonly store: (isOn: boolean) => void;
  readonly tell: (protection: Protection) => void;
  readonly clock: () => number;
}

export interface ProtectionSwitch {
  readonly state: Protection;
  readonly isOn: boolean;
  /** Puts it on for a while; it ends by itself unless it is kept. */
  try(): void;
  keep(): void;
  off(): void;
}

/**
 * A window that protection made invisible could not be asked whether it is: so it is the person's word that it
 * can be seen which makes protection stay, as displays do it with a new resolution.
 */
export function createProtection(parts: ProtectionParts): ProtectionSwitch {
  let timer: NodeJS.Timeout | undefined;
  let state: Protection = {
    state: !parts.isAvailable ? 'unavailable' : parts.isKept ? 'on' : 'off',
    endsAt: null,
  };
  const isOn = (): boolean => state.state === 'on' || state.state === 'trial';
  const become = (next: 'off' | 'trial' | 'on'): void => {
    clearTimeout(timer);
    timer = undefined;
    if (state.state === 'unavailable') return;
    state = { state: next, endsAt: next === 'trial' ? parts.clock() + PROTECTION_TRIAL_MS : null };
    parts.apply(isOn());
    if (next !== 'trial') parts.store(next === 'on');
    else timer = setTimeout(become, PROTECTION_TRIAL_MS, 'off');
    parts.tell(state);
  };
  return {
    get state() {
      return state;
    },
    get isOn() {
      return isOn();
    },
    try() {
      if (state.state === 'off') become('trial');
    },
    keep() {
      // Only what was tried is kept: nobody can have seen it otherwise.
      if (state.state === 'trial') become('on');
    },
    off() {
      become('off');
    },
  };
}
