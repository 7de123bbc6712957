import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { licencesFile } from '../../../scripts/lib/licences.ts';
import { inProject } from '../../../scripts/lib/paths.ts';

const json = (name: string): unknown => JSON.parse(readFileSync(inProject(name), 'utf8'));
const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    optionalDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(json('package.json'));
const lock = z
  .object({
    lockfileVersion: z.literal(3),
    packages: z.record(
      z.string(),
      z.looseObject({
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
        link: z.boolean().optional(),
      }),
    ),
  })
  .parse(json('package-lock.json'));
const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('what is taken from others', () => {
  it('is of an exact version', () => {
    for (const [name, version] of Object.entries(named)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('has a digest for each file, and comes from the public registry or wherever npm is told to', () => {
    expect(locked.length).toBeGreaterThan(300);
    for (const [path, { integrity, resolved, link }] of locked) {
      expect(integrity, path).toMatch(/^sha512-/);
      expect(link, path).toBeUndefined();
      if (resolved !== undefined) expect(new URL(resolved).host, path).toBe('registry.npmjs.org');
    }
  });

  it('runs nothing of its own when it is installed, but where that was decided', () => {
    const withScripts = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.split('node_modules/').at(-1));
    expect(withScripts.sort()).toEqual(Object.keys(manifest.allowScripts).sort());
    const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name] === true);
    expect(allowed.sort()).toEqual(['keytar', 'node']);
  });

  it('is argued for, one by one', () => {
    const text = readFileSync(inProject('docs/dependencies.md'), 'utf8');
    // One line stands for the dictionaries of a package.
    const isSaid = (name: string): boolean => text.includes(`\`${name.replace(/language-.*/, 'core')}\``);
    expect(Object.keys(named).filter((name) => !name.startsWith('@types/') && !isSaid(name))).toEqual([]);
  });

  it('is built in under licences that ask for no more than being named', () => {
    const { text } = z.object({ text: z.string() }).parse(JSON.parse(readFileSync(licencesFile, 'utf8')));
    const kinds = text.split(/\n─+\n/).map((entry) => entry.trim().split('\n')[1]);
    expect(new Set(kinds)).toEqual(
      new Set(['MIT', 'ISC', 'OFL-1.1', 'BlueOak-1.0.0', 'Python-2.0', '(MIT OR Apache-2.0)', 'see text']),
    );
  });
});
