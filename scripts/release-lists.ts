/**
 * `npm run release-lists -- <folder with the packages>`: signs what programs look for when they look for a new
 * version, with the key in `UPDATE_SIGNING_KEY`. `npm run release-lists -- --new-key` makes a key.
 */
import { generateKeyPairSync } from 'node:crypto';
import { releases } from '../src/main/updates/releases.ts';
import { inProject, readJson, textOf } from './lib/paths.ts';
import { publicHalf, signingKey, writeReleaseLists } from './lib/release-lists.ts';
import { say } from './lib/say.ts';

function makeKey(): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  process.stdout.write(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  say(`Keep the lines above secret. In src/main/updates/releases.ts goes: ${publicHalf(privateKey)}`);
}

function signLists(folder: string): number {
  if (releases.keys.length === 0) {
    say(
      'No key is compiled in (src/main/updates/releases.ts), so no program looks for updates: nothing to sign.',
    );
    return 0;
  }
  const version = textOf(readJson(inProject('package.json')), 'version') ?? '';
  try {
    const key = signingKey(process.env['UPDATE_SIGNING_KEY'] ?? '', releases.keys);
    const lists = writeReleaseLists(folder, version, new Date().toISOString(), key);
    say(`Signed: ${lists.join(', ') || 'nothing; there is no package in the folder'}.`);
    return lists.length > 0 ? 0 : 1;
  } catch (problem) {
    // The key itself is in no message.
    say(`Not signed: ${problem instanceof Error ? problem.message : String(problem)}`);
    return 1;
  }
}

const [folder] = process.argv.slice(2);
if (folder === '--new-key') makeKey();
else if (folder === undefined) {
  say('usage: npm run release-lists -- <folder with the packages> | --new-key');
  process.exitCode = 2;
} else process.exitCode = signLists(folder);
