import { readFileSync } from 'node:fs';
import { findOnPath, findProgram, run } from '../../lib/process.ts';
import { openedAtRunTime, packagesOfLibrary, type Requirement } from './requirements.ts';

export interface Missing {
  /** A soname, a program or a package, as a person would search for it. */
  readonly what: string;
  /** Debian packages that bring it, in order of preference; empty when we know none. */
  readonly packages: readonly string[];
  /** Whether the program starts without it, only poorer. */
  readonly optional: boolean;
}

/** The sonames `ldd` could not find; each once. */
export const missingInLdd = (output: string): readonly string[] => [
  ...new Set([...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')),
];

const missingLibrary = (soname: string, optional: boolean): Missing => ({
  what: soname,
  packages: packagesOfLibrary[soname] ?? [],
  optional,
});

/** The shared libraries an executable lacks on this system, by asking the loader itself. */
export const missingLibraries = async (execPath: string): Promise<readonly Missing[]> => {
  const linked = await run('ldd', [execPath], { env: { ...process.env, LC_ALL: 'C' } });
  const cache = await run(findOnPath('ldconfig') ?? 'ldconfig', ['-p']);
  const known = cache.code === 0 ? cache.stdout : undefined;
  return [
    ...missingInLdd(linked.stdout).map((soname) => missingLibrary(soname, false)),
    ...openedAtRunTime
      .filter((soname) => known !== undefined && !known.includes(soname))
      .map((soname) => missingLibrary(soname, true)),
  ];
};

const isInstalled = async (name: string): Promise<boolean> => {
  const status = await run('dpkg-query', ['-W', '-f=${db:Status-Status}', name]);
  return status.stdout === 'installed';
};

const isMet = async ({ find }: Requirement, debian: boolean): Promise<boolean> => {
  if ('program' in find) return findProgram(find.program) !== undefined;
  if (!debian) return true;
  for (const name of find.debianPackage) if (await isInstalled(name)) return true;
  return false;
};

/** The programs and packages that are not there. Packages are looked for on Debian-like systems only. */
export const missingRequirements = async (
  requirements: readonly Requirement[],
  debian: boolean,
): Promise<readonly Missing[]> => {
  const missing: Missing[] = [];
  for (const requirement of requirements) {
    if (await isMet(requirement, debian)) continue;
    const [what = ''] =
      'program' in requirement.find ? requirement.find.program : requirement.find.debianPackage;
    missing.push({ what, packages: requirement.packages, optional: requirement.optional ?? false });
  }
  return missing;
};

/** Whether an os-release file (see os-release(5)) describes Debian or something made from it. */
export const isDebianLike = (osRelease: string): boolean =>
  [...osRelease.matchAll(/^(?:ID|ID_LIKE)=["']?([^"'\n]*)/gm)].some((match) =>
    (match[1] ?? '').split(/\s+/).some((id) => id === 'debian' || id === 'ubuntu'),
  );

export const onDebian = (): boolean => {
  try {
    return isDebianLike(readFileSync('/etc/os-release', 'utf8')) && findOnPath('apt-get') !== undefined;
  } catch {
    return false;
  }
};
