/** Where everything is: what was built, and what this person's program keeps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { APP_ORIGIN } from './security/app-protocol.ts';

export interface Places {
  readonly page: { readonly origin: string; readonly url: string };
  readonly rendererFolder: string;
  readonly preloadFolder: string;
  readonly serviceEntry: string;
  readonly servicePage: string;
  /** The program's icon for windows, where the platform does not take it from the package. */
  readonly icon: string;
  /** The tray's pictures; `npm run icons` says how they are named. */
  readonly trayFolder: string;
  readonly logFile: string;
  readonly settingsFile: string;
  readonly accountsFile: string;
  /** Where the main window stood. */
  readonly windowFile: string;
  readonly budgetFile: string;
  /** How far the clocks of services are ahead of ours. */
  readonly serviceClockFile: string;
  readonly ledgerFile: string;
  readonly serviceDataFile: string;
  readonly servicePortFile: string;
  /** When new versions were last looked for, and the folder of what is fetched. */
  readonly updatesFile: string;
  readonly updatesFolder: string;
  readonly serviceRestFile: string;
  /** The running Electron is the fallback for development, not an official build. */
  readonly unofficialRuntime: boolean;
}

/** @param built the folder of the built program, with `main`, `preload`, `renderer` and `service` in it */
export function findPlaces(built: string): Places {
  const data = join(app.getPath('userData'), 'data');
  return {
    page: pageAddress(),
    rendererFolder: join(built, 'renderer'),
    preloadFolder: join(built, 'preload'),
    serviceEntry: join(built, 'main', 'service.js'),
    servicePage: join(built, 'service', 'page.html'),
    icon: join(built, '..', 'resources', 'icon.png'),
    trayFolder: join(built, '..', 'resources', 'tray'),
    logFile: join(data, 'log', 'events.jsonl'),
    settingsFile: join(data, 'settings.json'),
    windowFile: join(data, 'window.json'),
    accountsFile: join(data, 'accounts.json'),
    budgetFile: join(data, 'budget.json'),
    serviceClockFile: join(data, 'service-clocks.json'),
    ledgerFile: join(data, 'ledger.db'),
    serviceDataFile: join(data, 'service', 'messages.db'),
    servicePortFile: join(data, 'service', 'port.json'),
    updatesFile: join(data, 'updates.json'),
    updatesFolder: join(data, 'updates'),
    serviceRestFile: join(data, 'service', 'rest.json'),
    unofficialRuntime: isUnofficial(built),
  };
}

/** Told by the starting script while developing; written into a package when it is made. */
function isUnofficial(built: string): boolean {
  if (!app.isPackaged) return process.env['ENIGMACRYPT_UNOFFICIAL_ELECTRON'] === '1';
  const description: unknown = JSON.parse(readFileSync(join(built, '..', 'package.json'), 'utf8'));
  return !z.looseObject({ officialElectron: z.literal(true) }).safeParse(description).success;
}

/** While developing, the page comes from the development server; never in a packaged program. */
function pageAddress(): Places['page'] {
  const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  if (developmentServer !== undefined)
    return { origin: new URL(developmentServer).origin, url: developmentServer };
  return { origin: APP_ORIGIN, url: `${APP_ORIGIN}/index.html` };
}
