import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { sha256OfFile } from '../hash.ts';
import { readJson, textOf } from '../../lib/paths.ts';
import { fallback } from './pins.ts';

const launcherFolder = join(import.meta.dirname, 'launcher');
const launcherFiles = ['main', 'entry'] as const;

const markerFile = (folder: string): string => join(folder, 'enigmacrypt-fallback.json');

/** Changes whenever the launcher's source does, so that a cached fallback never runs an old one. */
const launcherDigest = (): string => {
  const hash = createHash('sha256');
  for (const name of launcherFiles) hash.update(readFileSync(join(launcherFolder, `${name}.ts`)));
  return hash.digest('hex');
};

/** Writes our launcher where Electron looks for the program to run: `resources/app`. */
const writeLauncher = async (folder: string): Promise<void> => {
  // Loaded only when needed: it takes longer than the whole check of an intact fallback.
  const { default: ts } = await import('typescript');
  const app = join(folder, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  const description = { name: 'electron', version: fallback.version, type: 'module', main: 'main.js' };
  writeFileSync(join(app, 'package.json'), JSON.stringify(description));
  for (const name of launcherFiles) {
    const { outputText } = ts.transpileModule(readFileSync(join(launcherFolder, `${name}.ts`), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
    });
    writeFileSync(join(app, `${name}.js`), outputText.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
  }
};

const writeMarker = (folder: string): void => {
  writeFileSync(
    markerFile(folder),
    JSON.stringify({
      payload: fallback.payloadSha256,
      executable: fallback.executableSha256,
      launcher: launcherDigest(),
    }),
  );
};

/** Turns the unpacked `app/` into a distribution like Electron's own, in place. */
export const arrange = async (folder: string): Promise<void> => {
  rmSync(join(folder, 'resources'), { recursive: true, force: true });
  await rename(join(folder, 'hvir'), join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), fallback.version);
  await writeLauncher(folder);
  writeMarker(folder);
};

/** Whether a folder holds what `arrange` left there: the right payload, with the executable still as pinned. */
export const isIntact = async (folder: string): Promise<boolean> => {
  const marker = readJson(markerFile(folder));
  if (textOf(marker, 'payload') !== fallback.payloadSha256) return false;
  if ((await sha256OfFile(join(folder, 'electron'))) !== fallback.executableSha256) return false;
  if (textOf(marker, 'launcher') !== launcherDigest()) {
    await writeLauncher(folder);
    writeMarker(folder);
  }
  return (await readFile(join(folder, 'version'), 'utf8').catch(() => '')) === fallback.version;
};
