import { describe, expect, it } from 'vitest';
import { err } from '../../../src/core/result.ts';
import { ownerToken } from '../../../src/main/builtin-service/owner-token.ts';
import { createMemoryKeychain } from '../../../src/main/keychain/backends.ts';
import { withMirrors } from '../../../src/main/keychain/choose.ts';
import type { Keychain } from '../../../src/main/keychain/keychain.ts';

const value = async (keychain: Keychain) => {
  const result = await keychain.read('ledger-key');
  return result.ok ? result.value : result.error;
};

describe('a keychain reached through several modules', () => {
  let now = 1_000;
  const join = (chosen: Keychain, others: readonly Keychain[]) =>
    withMirrors(chosen, others, () => (now += 1));

  it('finds an item an earlier run left elsewhere', async () => {
    const [first, second] = [createMemoryKeychain(), createMemoryKeychain()];
    await join(second, []).write('ledger-key', 'old key');
    expect(await value(join(first, [second]))).toBe('old key');
    expect(await value(join(first, []))).toBe('old key');
  });

  it('has every item in each of them, so that any one may go', async () => {
    const [first, second] = [createMemoryKeychain(), createMemoryKeychain()];
    await join(first, [second]).write('ledger-key', 'key');
    expect(await value(join(first, []))).toBe('key');
    expect(await value(join(second, []))).toBe('key');
  });

  it('does not bring back a token that was replaced while a module was missing', async () => {
    const [first, second] = [createMemoryKeychain(), createMemoryKeychain()];
    await join(first, [second]).write('ledger-key', 'before');
    await join(second, []).write('ledger-key', 'after');
    expect(await value(join(first, [second]))).toBe('after');
    expect(await value(join(first, []))).toBe('after');
  });

  it('does not bring it back either because the clock was ahead when it was kept', async () => {
    const [first, second] = [createMemoryKeychain(), createMemoryKeychain()];
    now = 9_000_000;
    await join(first, [second]).write('ledger-key', 'before');
    now = 1_000;
    await join(second, []).write('ledger-key', 'after');
    expect(await value(join(first, [second]))).toBe('after');
    await first.write('ledger-key', '999999999999999:by hand');
    await join(first, []).write('ledger-key', 'at the end of time');
    expect(await value(join(first, []))).toBe('at the end of time');
  });

  it('still answers when the other module fails', async () => {
    const broken: Keychain = {
      ...createMemoryKeychain(),
      read: () => Promise.resolve(err({ code: 'unavailable' })),
      write: () => Promise.resolve(err({ code: 'unavailable' })),
    };
    const keychain = join(createMemoryKeychain(), [broken]);
    expect(await keychain.write('ledger-key', 'key')).toMatchObject({ ok: true });
    expect(await value(keychain)).toBe('key');
  });

  it('says so when it cannot be asked, instead of "there is none"', async () => {
    const locked: Keychain = {
      ...createMemoryKeychain(),
      read: () => Promise.resolve(err({ code: 'timeout' })),
    };
    expect(await value(join(locked, [createMemoryKeychain()]))).toEqual({ code: 'timeout' });
  });

  it('removes an item everywhere, and says when that failed anywhere', async () => {
    const [first, second] = [createMemoryKeychain(), createMemoryKeychain()];
    await join(first, [second]).write('ledger-key', 'key');
    await join(first, [second]).remove('ledger-key');
    expect(await value(join(second, []))).toBeNull();
    const stuck: Keychain = { ...second, remove: () => Promise.resolve(err({ code: 'unavailable' })) };
    expect(await join(first, [stuck]).remove('ledger-key')).toMatchObject({ ok: false });
  });

  it('reads what somebody put there by hand', async () => {
    const keychain = createMemoryKeychain();
    await keychain.write('ledger-key', 'by hand');
    expect(await value(join(keychain, []))).toBe('by hand');
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
