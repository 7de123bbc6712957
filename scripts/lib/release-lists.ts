/** The signed lists by which programs find a new version: src/main/updates/signed-list.ts says what is in them. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listName, updateKinds, writeList } from '../../src/main/updates/signed-list.ts';

/** The key as the program knows it: SPKI, base64. */
export const publicHalf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');

/**
 * @param pem an Ed25519 private key, PKCS #8
 * @throws when it is none, or none that a program would believe: such a list would only ever be refused
 */
export function signingKey(pem: string, keys: readonly string[]): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key is not an Ed25519 key');
  if (!keys.includes(publicHalf(key))) throw new Error('no program knows the other half of the signing key');
  return key;
}

/**
 * Writes a list for each system whose package is in the folder.
 *
 * @returns the names of the lists
 */
export function writeReleaseLists(
  folder: string,
  version: string,
  releasedAt: string,
  key: KeyObject,
): readonly string[] {
  return updateKinds.flatMap(({ platform, arch, extension }) => {
    const mine = readdirSync(folder).filter((name) => isFor(name, platform, version, extension));
    if (mine.length === 0) return [];
    const list = listName(platform, arch);
    const files = mine.map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, bytes: bytes.length, sha512: createHash('sha512').update(bytes).digest('base64') };
    });
    writeFileSync(join(folder, list), writeList({ version, releasedAt, files }, list, key));
    return [list];
  });
}

/** As electron-builder.yml names the packages. */
const OS = { linux: 'linux', win32: 'win', darwin: 'mac' } as const;

const isFor = (name: string, platform: keyof typeof OS, version: string, extension: string): boolean =>
  name.startsWith(`enigmacrypt-desktop-${version}-${OS[platform]}-`) && name.endsWith(extension);
