import { z } from 'zod';
import { type Settings, settingsSchema } from '../../shared/bridge/models.ts';
import { quickDefaults } from '../../shared/bridge/quick-settings.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const DEFAULTS: Settings = {
  theme: 'system',
  language: 'system',
  isOnboarded: false,
  whenClosed: 'ask',
  // What is being written is lost by locking: only what the system does by itself locks unasked (decision 26).
  lockAfter: null,
  lockWithSystem: true,
  isProtected: false,
  notifyOpened: true,
  notifyExpiring: true,
  notifyNames: false,
  // The first request nobody asked for would be ours.
  looksForUpdates: false,
  ...quickDefaults,
};

/** A file of an earlier version lacks what came later: that has its default. */
const fileSchema = z.object({
  version: z.literal(1),
  settings: settingsSchema.partial().transform((stored) => settingsSchema.parse({ ...DEFAULTS, ...stored })),
});

export interface SettingsStore {
  readonly current: Settings;
  /** True when the file was damaged and kept aside at start. */
  readonly wasSetAside: boolean;
  /** Stores the change and answers the whole. */
  change(part: Partial<Settings>): Settings;
  /** After each change. */
  onChange(listener: () => void): void;
}

export function openSettings(file: string, now: number): SettingsStore {
  const outcome = readJsonFile(file, fileSchema, now);
  let current = outcome.kind === 'read' ? outcome.value.settings : DEFAULTS;
  const listeners = new Set<() => void>();
  return {
    get current() {
      return current;
    },
    wasSetAside: outcome.kind === 'set-aside',
    change(part) {
      const next = settingsSchema.parse({ ...current, ...part });
      // Written first: what cannot be stored does not come to be.
      writeJsonFile(file, { version: 1, settings: next });
      current = next;
      for (const listener of listeners) listener();
      return current;
    },
    onChange(listener) {
      listeners.add(listener);
    },
  };
}
