/** The one file that takes keys from the whole desktop. */
import { globalShortcut } from 'electron';

export interface Registrar {
  /** False when the system does not give it: another program has it, or there are none to be had. */
  register(accelerator: string, press: () => void): boolean;
  unregister(accelerator: string): void;
}

export const systemRegistrar: Registrar = {
  register(accelerator, press) {
    try {
      return globalShortcut.register(accelerator, press);
    } catch {
      // Electron throws for what it cannot read; to the person it is one that cannot be had.
      return false;
    }
  },
  unregister: (accelerator) => {
    globalShortcut.unregister(accelerator);
  },
};
