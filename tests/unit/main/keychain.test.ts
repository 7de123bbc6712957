import { describe, expect, it } from 'vitest';
import { err } from '../../../src/core/result.ts';
import { ownerToken } from '../../../src/main/builtin-service/owner-token.ts';
import { createMemoryKeychain } from '../../../src/main/keychain/backends.ts';
import { withOlderHomes } from '../../../src/main/keychain/choose.ts';
import type { Keychain } from '../../../src/main/keychain/keychain.ts';

const value = async (keychain: Keychain) => {
  const result = await keychain.read('ledger-key');
  return result.ok ? result.value : result.error;
};

describe('a keychain that has changed', () => {
  it('finds an item an earlier run left elsewhere, and moves it', async () => {
    const [now, before] = [createMemoryKeychain(), createMemoryKeychain()];
    await before.write('ledger-key', 'old key');
    expect(await value(withOlderHomes(now, [before]))).toBe('old key');
    expect(await value(now)).toBe('old key');
    expect(await value(before)).toBeNull();
  });

  it('prefers what is in the chosen one', async () => {
    const [now, before] = [createMemoryKeychain(), createMemoryKeychain()];
    await before.write('ledger-key', 'old key');
    await now.write('ledger-key', 'new key');
    expect(await value(withOlderHomes(now, [before]))).toBe('new key');
  });

  it('leaves the item where it is when it cannot be moved', async () => {
    const before = createMemoryKeychain();
    await before.write('ledger-key', 'old key');
    const full: Keychain = {
      ...createMemoryKeychain(),
      write: () => Promise.resolve(err({ code: 'unavailable' })),
    };
    expect(await value(withOlderHomes(full, [before]))).toBe('old key');
    expect(await value(before)).toBe('old key');
  });

  it('removes an item everywhere', async () => {
    const [now, before] = [createMemoryKeychain(), createMemoryKeychain()];
    await before.write('ledger-key', 'old key');
    await withOlderHomes(now, [before]).remove('ledger-key');
    expect(await value(before)).toBeNull();
  });
});

describe('the token of the built-in service', () => {
  it('is made once and found again', async () => {
    const keychain = createMemoryKeychain();
    const token = await ownerToken(keychain);
    expect(token).toMatch(/^enigma_[A-Za-z0-9_-]{43}$/);
    expect(await ownerToken(keychain)).toBe(token);
  });

  it('does not overwrite one that a locked keychain may hold', async () => {
    const keychain = createMemoryKeychain();
    const token = await ownerToken(keychain);
    const locked: Keychain = { ...keychain, read: () => Promise.resolve(err({ code: 'timeout' })) };
    expect(await ownerToken(locked)).not.toBe(token);
    expect(await ownerToken(keychain)).toBe(token);
  });
});
