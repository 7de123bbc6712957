import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/service/http/caller.ts';
import { isForeign, isLoopback } from '../../../src/service/http/origin-guard.ts';

const incoming = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('the address a caller is counted under', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::1', '0:0:0:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, counted) => {
    expect(addressOf(incoming(address), false)).toBe(counted);
  });

  it('comes from the nearest proxy, and only where that is trusted', () => {
    expect(addressOf(incoming('10.0.0.1', '198.51.100.9, 192.0.2.5'), true)).toBe('192.0.2.5');
    expect(addressOf(incoming('10.0.0.1', '198.51.100.9, 192.0.2.5'), false)).toBe('10.0.0.1');
    expect(addressOf(incoming('10.0.0.1', 'nonsense'), true)).toBe('10.0.0.1');
    expect(addressOf(incoming('10.0.0.1'), true)).toBe('10.0.0.1');
  });
});

describe('this machine’s own addresses', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('include %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'localhost.example', '127.0.0.1.example'])(
    'do not include %s',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );

  it('can be called by their names with any port, and by no other name', () => {
    for (const host of ['127.0.0.1:8480', 'localhost', 'LOCALHOST:1', '[::1]:80']) {
      expect(isForeign({ host }, true)).toBe(false);
    }
    for (const host of ['localhost.evil.example', '127.0.0.1.nip.example:8480', '', 'a@127.0.0.1']) {
      expect(isForeign({ host }, true)).toBe(true);
    }
  });
});
