import { rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { type Capabilities, capabilitiesSchema } from '../../core/api/wire.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';

/**
 * Whether the built-in service rests: it has ended, and nothing is left in it that anybody could open. Written when its
 * process has ended and taken away before the next one begins, so that whatever kills the program in between leaves
 * behind a service that is started.
 */
export interface RestStore {
  /** As the program before this one left it. */
  readonly isResting: boolean;
  /** What the service could do when it was last asked; null when that is not known. */
  readonly remembered: Capabilities | null;
  remember(capabilities: Capabilities | null): void;
  begin(): void;
  end(): void;
}

const fileSchema = z.object({
  version: z.literal(1),
  /** The data file as the service left it. One that was changed since, or has a log beside it, is looked into. */
  data: z.object({ bytes: z.int(), modifiedMs: z.number() }),
  capabilities: capabilitiesSchema.shape.data.nullable(),
});

/** @param dataFile the service's database */
export function openRestStore(file: string, dataFile: string, now: number): RestStore {
  const stored = readJsonFile(file, fileSchema, now);
  let remembered = stored.kind === 'read' ? stored.value.capabilities : null;
  const look = (path: string) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : { bytes: found.size, modifiedMs: found.mtimeMs };
  };
  return {
    get isResting() {
      const data = look(dataFile);
      if (stored.kind !== 'read' || data === null) return false;
      const before = stored.value.data;
      const hasLog = (look(`${dataFile}-wal`)?.bytes ?? 0) > 0;
      return data.bytes === before.bytes && data.modifiedMs === before.modifiedMs && !hasLog;
    },
    get remembered() {
      return remembered;
    },
    remember(capabilities) {
      remembered = capabilities;
    },
    begin() {
      try {
        const data = look(dataFile);
        if (data !== null) writeJsonFile(file, { version: 1, data, capabilities: remembered });
      } catch {
        // A full disk, say. Then the service is started next time, and finds out itself.
      }
    },
    end() {
      rmSync(file, { force: true });
    },
  };
}
