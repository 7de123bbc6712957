/** Updates: who sees to them here, where they come from, and when they are looked for. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, session } from 'electron';
import { z } from 'zod';
import type { CallHandlers } from '../../shared/bridge/contract.ts';
import type { Notice } from '../../shared/bridge/models.ts';
import { updatesCalls, type UpdatesCall } from '../bridge/handlers/updates.ts';
import { openReleasesPage } from '../security/external.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';
import { updateOwner } from '../updates/owner.ts';
import type { UpdateSource } from '../updates/port.ts';
import { type Releases, releases as ourReleases } from '../updates/releases.ts';
import { ProgramUpdates } from '../updates/updates.ts';
import type { Frame } from './frame.ts';

export interface UpdatesRoom {
  readonly updates: ProgramUpdates;
  readonly handlers: Pick<CallHandlers, UpdatesCall>;
  readonly notices: () => readonly Notice[];
}

type Parts = Pick<Frame, 'places' | 'settings' | 'broadcast' | 'log'>;

export function composeUpdates({ places, settings, broadcast, log }: Parts): UpdatesRoom {
  const given = givenReleases();
  const releases = given ?? ourReleases;
  const updates = new ProgramUpdates({
    owner: findOwner(releases, given !== null, places.unofficialRuntime),
    hasPage: releases.page !== null,
    load: () => loadSource(releases, places.updatesFolder),
    wantsLooks: () => settings.current.looksForUpdates,
    lookedAt: openLookedAt(places.updatesFile),
    clock: Date.now,
    tell: (state) => {
      broadcast('updates.changed', state);
    },
    note: (code) => {
      log.write('update', { code });
    },
    quit: () => {
      app.quit();
    },
    makeWay: () => {
      app.releaseSingleInstanceLock();
    },
  });
  let wanted = settings.current.looksForUpdates;
  settings.onChange(() => {
    if (settings.current.looksForUpdates === wanted) return;
    wanted = settings.current.looksForUpdates;
    updates.reschedule();
  });
  updates.reschedule();
  const { page } = releases;
  return {
    updates,
    handlers: updatesCalls({
      updates,
      openPage: async () => {
        if (page === null) return false;
        await openReleasesPage(page);
        return true;
      },
    }),
    notices: () => (updates.hasNews ? ['update-available'] : []),
  };
}

const AGENT = 'EnigmaCrypt Desktop';

async function loadSource(releases: Releases, folder: string): Promise<UpdateSource> {
  const { createElectronUpdaterSource } = await import('../updates/electron-updater.ts');
  // A session of its own, of which nothing is stored.
  const network = session.fromPartition('updates', { cache: false });
  // Electron's own would tell the version, the system and the language.
  network.setUserAgent(AGENT, 'en');
  return createElectronUpdaterSource({
    platform: process.platform,
    arch: process.arch,
    releases,
    fetch: (url, init) => network.fetch(url, init),
    program: {
      version: app.getVersion(),
      name: app.getName(),
      folder: dirname(folder),
      quit: () => {
        app.quit();
      },
    },
  });
}

function findOwner(releases: Releases, isTrial: boolean, isUnofficial: boolean) {
  return updateOwner({
    platform: process.platform,
    isPackaged: app.isPackaged || isTrial,
    isOfficial: !isUnofficial || isTrial,
    env: process.env,
    executable: process.execPath,
    hasUninstaller: existsSync(join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`)),
    mayReplace,
    releases,
  });
}

/** While developing, the program can be shown other releases: an object as in `releases.ts`, as JSON. */
function givenReleases(): Releases | null {
  const text = app.isPackaged ? undefined : process.env['ENIGMACRYPT_UPDATES'];
  return text === undefined ? null : releasesSchema.parse(JSON.parse(text));
}

const releasesSchema = z.strictObject({
  page: z.string().nullable(),
  feed: z.string().nullable(),
  keys: z.array(z.string()),
  windowsPublisher: z.string().nullable(),
});

/** A file is replaced by way of its folder. */
function mayReplace(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const lookedAtSchema = z.object({ version: z.literal(1), lookedAt: z.int().nonnegative() });

function openLookedAt(file: string) {
  const kept = readJsonFile(file, lookedAtSchema, Date.now());
  let lookedAt = kept.kind === 'read' ? kept.value.lookedAt : null;
  return {
    read: () => lookedAt,
    write: (at: number) => {
      lookedAt = at;
      try {
        writeJsonFile(file, { version: 1, lookedAt: at });
      } catch {
        // Then it is looked once more after the next start.
      }
    },
  };
}
