/**
 * `npm run smoke [-- program]`: starts what `npm run package` made as a person would, in a desktop of its own, and
 * sends a secret with nothing but the keyboard and the clipboard. The package answers to no debugger and has no hook
 * for this (decision 36). Root runs it as the user nobody, because the package does not run without its sandbox.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInForeground } from './lib/foreground.ts';
import { inProject } from './lib/paths.ts';
import { findOnPath, isRoot } from './lib/process.ts';
import { say } from './lib/say.ts';

/** Debian's and most others' user and group without rights. */
const NOBODY = '65534';

const program = resolve(process.argv[2] ?? inProject('dist', 'linux-unpacked', 'enigmacrypt-desktop'));
const missing = ['xdotool', 'xclip', 'openbox', 'xfce4-panel', 'Xvfb', 'dbus-daemon', 'dbus-send'].filter(
  (name) => findOnPath(name) === undefined,
);

if (process.platform !== 'linux') {
  say('The smoke test drives a Linux desktop. Elsewhere the release workflow starts the package by hand.');
  process.exitCode = 1;
} else if (!existsSync(program)) {
  say(`There is no ${program}: \`npm run package\` makes it.`);
  process.exitCode = 1;
} else if (missing.length > 0) {
  say(`The smoke test needs ${missing.join(', ')}.`);
  process.exitCode = 1;
} else {
  const inDesktop = [
    inProject('scripts', 'desktop', 'run.ts'),
    '--',
    process.execPath,
    inProject('tests', 'smoke', 'index.ts'),
    program,
  ];
  const asNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', process.execPath];
  const [command, args] = isRoot() ? ['setpriv', [...asNobody, ...inDesktop]] : [process.execPath, inDesktop];
  process.exitCode = await runInForeground(command, args, {
    // Nothing of root's own is nobody's business.
    env: { ...process.env, ...(isRoot() ? { HOME: '/nonexistent', XDG_CACHE_HOME: '' } : {}) },
  });
}
