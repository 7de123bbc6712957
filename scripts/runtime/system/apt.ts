import { run } from '../../lib/process.ts';
import type { Missing } from './find-missing.ts';

const updateLimit = 5 * 60_000;
const installLimit = 15 * 60_000;
const installOptions = ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];

/** Of the names a package has had, the one that this release offers. */
const offered = async (names: readonly string[]): Promise<string | undefined> => {
  for (const name of names) {
    const policy = await run('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
    if (/Candidate: (?!\(none\))/.test(policy.stdout)) return name;
  }
  return undefined;
};

/**
 * The packages to install for what is missing, each once, in the order of the alphabet. What is needed is named by
 * its oldest name where this release knows none of them; what is optional is left out there, because one unknown
 * name makes apt-get refuse all.
 */
export const packagesFor = async (missing: readonly Missing[]): Promise<readonly string[]> => {
  const names = new Set<string>();
  for (const { packages, optional } of missing) {
    const name = (await offered(packages)) ?? (optional ? undefined : packages.at(-1));
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
};

/** The command a person without root rights is told to run. */
export const installCommand = (packages: readonly string[]): string =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

const aptGet = async (args: readonly string[], timeLimit: number): Promise<string | undefined> => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const ended = await run('apt-get', args, { env, timeLimit });
  if (ended.code === 0) return undefined;
  if (ended.timedOut) return `apt-get ${args[0] ?? ''} took too long`;
  return ended.stderr.trim().split('\n').slice(-5).join('\n');
};

/** Runs a step that may fail for a passing reason (a mirror, a lock) once more before giving up. */
const twice = async (step: () => Promise<string | undefined>): Promise<string | undefined> =>
  (await step()) === undefined ? undefined : step();

export const aptUpdate = (): Promise<string | undefined> => twice(() => aptGet(['update'], updateLimit));

/** Installs packages as root. @returns what apt-get said when it failed */
export const aptInstall = (packages: readonly string[]): Promise<string | undefined> =>
  twice(() => aptGet([...installOptions, ...packages], installLimit));
