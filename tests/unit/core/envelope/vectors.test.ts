import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCryptoJsEngine } from '../../../../src/core/envelope/engines/crypto-js.ts';
import { inspect, open, seal, type CryptoEngine } from '../../../../src/core/envelope/index.ts';
import { makeVectorsFile } from '../../../vectors/make-envelope-v1.ts';
import { bytesFor, sha256 } from '../../../vectors/make/crypto.ts';
import { given, rememberingKeys, toolsWith, utf8, webCrypto } from './tools.ts';
import { contentOf, vectors, vectorsFile } from './vectors.ts';

/** Seconds for each key: crypto-js gets both hashes of the usual one, and to seal with an accented password. */
const USUAL = bytesFor('salt');
const ACCENTED = 'contrase\u00f1a del g\u00fc\u00edn \u{1f511}';
const isUsual = (password: string, salt: string): boolean =>
  password === 'correct horse battery staple' && salt === USUAL;

const saltOf = (envelope: string): string => envelope.slice(0, 32);

interface Case {
  readonly engine: CryptoEngine;
  /** Which vectors it opens and refuses, and which it seals. */
  readonly takes: (password: string, salt: string) => boolean;
  readonly seals: (password: string, salt: string) => boolean;
}

const cases: Case[] = [
  { engine: rememberingKeys(webCrypto), takes: () => true, seals: () => true },
  {
    engine: rememberingKeys(createCryptoJsEngine()),
    takes: isUsual,
    seals: (password, salt) => isUsual(password, salt) || password === ACCENTED,
  },
];

describe('the published vectors', () => {
  it('are what their script makes', () => {
    expect(readFileSync(vectorsFile, 'utf8')).toBe(makeVectorsFile());
  });

  it('are at least sixty, each with a name of its own', () => {
    const ids = [...vectors.valid, ...vectors.readable, ...vectors.refused].map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(cases)('$engine.name', ({ engine, takes, seals }) => {
  it.each(vectors.valid.filter(({ password, salt }) => seals(password, salt)))(
    'seals and opens $id: $about',
    { timeout: 20_000 },
    async (vector) => {
      const { password, hash, salt, iv, created } = vector;
      const content = contentOf(vector);
      const sealed = await seal({ content, password, hash, created }, toolsWith(engine, given(salt, iv)));
      if (!sealed.ok) throw new Error(sealed.error.code);
      if ('envelope' in vector) expect(sealed.value).toBe(vector.envelope);
      else {
        expect(sealed.value.length).toBe(vector.envelopeLength);
        expect(sha256(sealed.value)).toBe(vector.envelopeSha256);
      }
      expect(await open(sealed.value, password, { engine, utf8 })).toEqual({
        ok: true,
        value: { content, created, hash },
      });
    },
  );

  it.each(vectors.readable.filter(({ password, envelope }) => takes(password, saltOf(envelope))))(
    'opens $id: $about',
    { timeout: 20_000 },
    async ({ envelope, password, opened }) => {
      expect(await open(envelope, password, { engine, utf8 })).toEqual({ ok: true, value: opened });
    },
  );

  it.each(
    vectors.refused.filter(
      // What is refused before any key is needed costs nothing.
      ({ password, envelope }) => !inspect(envelope).ok || takes(password, saltOf(envelope)),
    ),
  )('refuses $id as $reason: $about', { timeout: 20_000 }, async ({ envelope, password, reason }) => {
    expect(await open(envelope, password, { engine, utf8 })).toMatchObject({
      ok: false,
      error: { code: reason },
    });
  });
});
