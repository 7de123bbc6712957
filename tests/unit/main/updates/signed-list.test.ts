import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listName, readList, type ReleaseList, writeList } from '../../../../src/main/updates/signed-list.ts';

const makers = generateKeyPairSync('ed25519');
const others = generateKeyPairSync('ed25519');
const keyOf = ({ publicKey }: typeof makers): string =>
  publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const NAME = listName('linux', 'x64');
const list: ReleaseList = {
  version: '1.2.3',
  releasedAt: '2026-11-12T09:30:00.000Z',
  files: [{ name: 'a-1.2.3.AppImage', bytes: 7, sha512: Buffer.alloc(64).toString('base64') }],
};
const text = writeList(list, NAME, makers.privateKey);

describe('a signed list', () => {
  it('is read as it was written, by whichever of the keys it was signed', () => {
    expect(readList(text, NAME, [keyOf(makers)])).toEqual({ ok: true, value: list });
    expect(readList(text, NAME, [keyOf(others), keyOf(makers)])).toEqual({ ok: true, value: list });
  });

  it('counts for nothing when somebody else signed it, or nobody', () => {
    const wrong = { ok: false, error: 'signature' };
    expect(readList(text, NAME, [keyOf(others)])).toEqual(wrong);
    expect(readList(text, NAME, [])).toEqual(wrong);
    expect(readList(writeList(list, NAME, others.privateKey), NAME, [keyOf(makers)])).toEqual(wrong);
  });

  it('stands for no other system', () => {
    expect(readList(text, listName('win32', 'x64'), [keyOf(makers)]).ok).toBe(false);
    expect(listName('darwin', 'arm64')).toBe(listName('darwin', 'x64'));
  });

  it('counts for nothing once any character of what is signed is another', () => {
    const envelope = JSON.parse(text) as { signed: string; signature: string };
    fc.assert(
      fc.property(
        fc.nat(envelope.signed.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, other) => {
          fc.pre(envelope.signed[at] !== other);
          const signed = envelope.signed.slice(0, at) + other + envelope.signed.slice(at + 1);
          const read = readList(JSON.stringify({ ...envelope, signed }), NAME, [keyOf(makers)]);
          expect(read).toEqual({ ok: false, error: 'signature' });
        },
      ),
    );
  });

  it('throws at nothing that may come instead of it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('<!doctype html>')), (anything) => {
        expect(readList(anything, NAME, [keyOf(makers)]).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['a path', '../a.AppImage'],
    ['another place', 'https://elsewhere.example/a.AppImage'],
    ['a hidden file', '.a'],
  ])('is not written with %s for a name', (_what, name) => {
    const bad = { ...list, files: [{ ...list.files[0]!, name }] };
    expect(() => writeList(bad, NAME, makers.privateKey)).toThrow();
  });
});
