/** The two global shortcuts: tried at once when they are chosen, taken again at each start. */
import { parseAccelerator } from '../../shared/accelerator.ts';
import {
  type QuickMode,
  quickModes,
  type SetShortcutOutput,
  type ShortcutsState,
  type ShortcutState,
} from '../../shared/bridge/quick-share.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Registrar } from './register.ts';

export interface ShortcutParts {
  readonly registrar: Registrar;
  readonly settings: Pick<SettingsStore, 'current' | 'change'>;
  readonly obstacle: ShortcutsState['obstacle'];
  readonly press: (mode: QuickMode) => void;
  readonly onChange: () => void;
}

export interface Shortcuts {
  readonly state: ShortcutsState;
  /** Whether one that was chosen could not be had. */
  readonly isRefused: boolean;
  readonly hasAny: boolean;
  /** Takes what the settings say; lets go of what they do not say any more. */
  apply(): void;
  set(mode: QuickMode, accelerator: string | null): SetShortcutOutput;
  /** Lets go of both while keys are recorded, so that pressing them records them. */
  record(isRecording: boolean): void;
}

const FIELD = { write: 'shortcutWrite', clipboard: 'shortcutClipboard' } as const;

export function createShortcuts(parts: ShortcutParts): Shortcuts {
  return new TwoShortcuts(parts);
}

class TwoShortcuts implements Shortcuts {
  readonly #parts: ShortcutParts;
  readonly #taken = new Map<QuickMode, string>();
  #isRecording = false;

  constructor(parts: ShortcutParts) {
    this.#parts = parts;
  }

  get state(): ShortcutsState {
    return {
      write: this.#stateOf('write'),
      clipboard: this.#stateOf('clipboard'),
      obstacle: this.#parts.obstacle,
    };
  }

  get isRefused(): boolean {
    return quickModes.some((mode) => this.#stateOf(mode).status === 'refused');
  }

  get hasAny(): boolean {
    return this.#taken.size > 0;
  }

  apply(): void {
    if (this.#isRecording) return;
    for (const mode of quickModes) {
      const chosen = this.#chosen(mode);
      if ((this.#taken.get(mode) ?? null) === chosen) continue;
      this.#release(mode);
      if (chosen !== null) this.#take(mode, chosen);
    }
    this.#parts.onChange();
  }

  set(mode: QuickMode, accelerator: string | null): SetShortcutOutput {
    this.#isRecording = false;
    const outcome = accelerator === null ? this.#store(mode, null) : this.#tryOut(mode, accelerator);
    this.apply();
    return outcome;
  }

  record(isRecording: boolean): void {
    this.#isRecording = isRecording;
    if (isRecording) for (const mode of quickModes) this.#release(mode);
    else this.apply();
  }

  #tryOut(mode: QuickMode, accelerator: string): SetShortcutOutput {
    if (parseAccelerator(accelerator) === null) return 'not-a-shortcut';
    const other = mode === 'write' ? 'clipboard' : 'write';
    if (this.#chosen(other) === accelerator) return 'taken-by-other';
    this.#release(mode);
    if (!this.#take(mode, accelerator)) return 'refused';
    return this.#store(mode, accelerator);
  }

  #store(mode: QuickMode, accelerator: string | null): SetShortcutOutput {
    try {
      this.#parts.settings.change({ [FIELD[mode]]: accelerator });
      return 'stored';
    } catch {
      return 'storage';
    }
  }

  #take(mode: QuickMode, accelerator: string): boolean {
    const { registrar, obstacle, press } = this.#parts;
    // There a registration succeeds and no key ever arrives, unless one of our windows has the focus.
    if (obstacle !== null || parseAccelerator(accelerator) === null) return false;
    const isTaken = registrar.register(accelerator, () => {
      press(mode);
    });
    if (isTaken) this.#taken.set(mode, accelerator);
    return isTaken;
  }

  #release(mode: QuickMode): void {
    const taken = this.#taken.get(mode);
    if (taken !== undefined) this.#parts.registrar.unregister(taken);
    this.#taken.delete(mode);
  }

  #chosen(mode: QuickMode): string | null {
    return this.#parts.settings.current[FIELD[mode]];
  }

  #stateOf(mode: QuickMode): ShortcutState {
    const accelerator = this.#chosen(mode);
    if (accelerator === null) return { accelerator, status: 'off' };
    const isOn = this.#isRecording || this.#taken.get(mode) === accelerator;
    return { accelerator, status: isOn ? 'on' : 'refused' };
  }
}
