import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

const NAMES = ['firefox-esr', 'firefox'];

/** A name on the local network as Firefox sees it: it leads to this machine, but is not `localhost`. */
export const NETWORK_NAME = 'secrets.test';

/** A real Firefox of this machine, as recipients have one: the one named, or the first on the PATH. */
export function findFirefox(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
  return process.env['ENIGMACRYPT_FIREFOX'] ?? found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Firefox over WebDriver BiDi: Playwright drives only a Firefox patched by itself, which no recipient has.
 * @param languages as a person orders them in the settings, e.g. `es-MX, es`
 */
export const launchFirefox = (executablePath: string, languages: string): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    env: { ...process.env, TZ: 'Europe/Madrid' },
    extraPrefsFirefox: {
      'intl.accept_languages': languages,
      'network.dns.localDomains': NETWORK_NAME,
    },
  });
