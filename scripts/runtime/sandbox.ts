import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../src/core/result.ts';
import { findOnPath, isRoot, run } from '../lib/process.ts';
import { say } from '../lib/say.ts';

const noNamespaces = (helper: string): string =>
  [
    "This system does not let ordinary programs make the namespaces that Electron's sandbox is built of. Either allow it,",
    'with one of these, whichever the system knows:',
    '',
    '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0    # Ubuntu 23.10 and newer',
    '  sudo sysctl -w kernel.unprivileged_userns_clone=1                # Debian 10 and older',
    '',
    "or make Electron's own helper effective:",
    '',
    `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    '',
  ].join('\n');

/** Chromium's older way into the sandbox: a helper that belongs to root and runs as root. */
const hasSetuidHelper = (helper: string): boolean => {
  const found = statSync(helper, { throwIfNoEntry: false });
  return found?.uid === 0 && (found.mode & 0o4000) !== 0;
};

/**
 * The arguments with which Electron can be started by this person. Its sandbox stays on except for root,
 * for whom Chromium refuses to start with it.
 */
export const sandboxArguments = async (execPath: string): Promise<Result<readonly string[], string>> => {
  if (process.platform !== 'linux') return ok([]);
  if (isRoot()) {
    say("Running as root: Electron's sandbox is off (--no-sandbox). For development and tests only.");
    return ok(['--no-sandbox']);
  }
  const helper = join(dirname(execPath), 'chrome-sandbox');
  if (hasSetuidHelper(helper) || findOnPath('unshare') === undefined) return ok([]);
  const tried = await run('unshare', ['--user', '--map-root-user', 'true']);
  return tried.code === 0 ? ok([]) : err(noNamespaces(helper));
};
