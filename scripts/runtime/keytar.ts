import { existsSync, writeFileSync } from 'node:fs';
import { runNpm } from '../lib/npm.ts';
import { inProject } from '../lib/paths.ts';
import { say } from '../lib/say.ts';
import { ensureSystem } from './system-libraries.ts';

const installLimit = 5 * 60_000;
/** Left in node_modules, so that it is tried once for each `npm ci`. */
const tried = inProject('node_modules', '.keytar-tried');

const isBuilt = (): boolean =>
  existsSync(inProject('node_modules', 'keytar', 'build', 'Release', 'keytar.node'));

/**
 * Node's headers as Linux distributions install them. node-gyp would download those of the running version;
 * the ones at hand serve as well, because keytar uses nothing but the stable Node-API.
 */
const headersAtHand = (): NodeJS.ProcessEnv =>
  existsSync('/usr/include/node/node_api.h') ? { npm_config_nodedir: '/usr' } : {};

/**
 * `keytar`, the first choice for the keychain, is an optional dependency: npm leaves it out where no prebuilt
 * one can be fetched and it cannot be compiled. Here it gets a second chance with what compiling it takes.
 * Without it the program uses `@napi-rs/keyring`, so this may fail.
 */
export const tryToBuildKeytar = async (): Promise<void> => {
  if (process.platform !== 'linux' || isBuilt() || existsSync(tried)) return;
  say('keytar is missing: npm could not build it. Trying once more …');
  if (await ensureSystem({ keytarBuild: true })) {
    // Completes node_modules to what the lock file says, without touching that.
    const install = ['install', '--no-save', '--no-audit', '--no-fund'];
    await runNpm(install, installLimit, { ...headersAtHand(), ...process.env });
  }
  writeFileSync(tried, '');
  if (!isBuilt()) say('Going on without keytar: @napi-rs/keyring takes its place.');
};
