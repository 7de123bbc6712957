import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { inProject } from '../../../scripts/lib/paths.ts';

const read = (...path: readonly string[]): string => readFileSync(inProject(...path), 'utf8');
const given: unknown = parse(read('electron-builder.yml'));
const text = z.record(z.string(), z.string());
const config = z
  .looseObject({
    appId: z.string(),
    electronFuses: z.record(z.string(), z.boolean()),
    linux: z.looseObject({
      target: z.array(z.string()),
      category: z.string(),
      executableName: z.string(),
      extraFiles: z.array(z.object({ from: z.string(), to: z.string() })),
      desktop: z.object({ entry: text, desktopActions: z.record(z.string(), text) }),
    }),
    appImage: z.looseObject({ executableArgs: z.array(z.string()) }),
    flatpak: z.looseObject({ finishArgs: z.array(z.string()) }),
    mac: z.looseObject({
      target: z.array(z.object({ target: z.string(), arch: z.string() })),
      entitlements: z.string(),
    }),
    win: z.looseObject({ target: z.array(z.string()) }),
  })
  .parse(given);

const DESKTOP = ['build', 'linux', 'enigmacrypt-desktop.desktop'] as const;
const METAINFO = ['build', 'linux', 'app.enigmacrypt.desktop.metainfo.xml'] as const;

describe('the configuration of the packages', () => {
  it('is one by electron-builder’s own schema', async () => {
    // What electron-builder does with it first; it offers no such check by itself.
    const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
    const { validateConfiguration } = builder('app-builder-lib/out/util/config/config.js') as {
      validateConfiguration: (config: unknown, log: { isEnabled: boolean }) => Promise<void>;
    };
    await validateConfiguration(given, { isEnabled: false });
    const wrong = { ...config, nsis: { oneClik: false } };
    await expect(validateConfiguration(wrong, { isEnabled: false })).rejects.toThrow('configuration.nsis');
  });

  it('knows every package', () => {
    expect(config.linux.target).toEqual(['tar.gz', 'AppImage', 'deb', 'rpm', 'flatpak']);
    expect(config.win.target).toEqual(['nsis', 'zip']);
    expect(config.mac.target).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ]);
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  });

  it('asks macOS for nothing but what V8 needs', () => {
    const asked = [...read(config.mac.entitlements).matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key);
    expect(asked).toEqual(['com.apple.security.cs.allow-jit']);
  });

  it('starts no package without its sandbox, and gives Flatpak no folder of the person', () => {
    expect(config.appImage.executableArgs).toEqual([]);
    expect(config.flatpak.finishArgs.filter((arg) => arg.startsWith('--filesystem'))).toEqual([]);
  });

  it('packs only files that are there', () => {
    for (const { from } of config.linux.extraFiles) expect(existsSync(inProject(from)), from).toBe(true);
  });
});

describe('what desktops are told', () => {
  const desktop = read(...DESKTOP);
  const valueOf = (key: string): string | undefined =>
    desktop
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1);

  it('is the same from a folder as from an installed package', () => {
    const { entry, desktopActions } = config.linux.desktop;
    for (const [key, value] of Object.entries(entry)) expect(valueOf(key), key).toBe(value);
    expect(valueOf('Categories')).toBe(`${config.linux.category};`);
    expect(valueOf('MimeType')).toBe('x-scheme-handler/enigmacrypt;');
    expect(given).toMatchObject({ protocols: [{ schemes: ['enigmacrypt'] }] });
    expect(valueOf('Actions')).toBe(`${Object.keys(desktopActions).join(';')};`);
    expect(valueOf('Exec')).toBe(`${config.linux.executableName} %U`);
    for (const action of Object.values(desktopActions))
      for (const [key, value] of Object.entries(action)) expect(desktop).toContain(`\n${key}=${value}\n`);
  });

  it('names one program everywhere', () => {
    const metainfo = read(...METAINFO);
    expect(metainfo).toContain(`<id>${config.appId}</id>`);
    expect(metainfo).toContain('<launchable type="desktop-id">enigmacrypt-desktop.desktop</launchable>');
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));
    expect(metainfo).toContain(`<release version="${version}"`);
  });

  it.runIf(existsSync('/usr/bin/desktop-file-validate'))('is a desktop entry by its standard', () => {
    const said = execFileSync('desktop-file-validate', ['--no-hints', inProject(...DESKTOP)], {
      encoding: 'utf8',
    });
    expect(said).toBe('');
  });

  it.runIf(existsSync('/usr/bin/appstreamcli'))('is AppStream metadata by its standard', () => {
    const file = inProject(...METAINFO);
    expect(execFileSync('appstreamcli', ['validate', '--no-net', file], { encoding: 'utf8' })).toContain(
      'Validation was successful',
    );
  });
});
