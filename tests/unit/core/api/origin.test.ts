import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOrigin } from '../../../../src/core/api/origin.ts';

describe('a service’s address', () => {
  it.each([
    ['https://enigmacrypt.app', 'https://enigmacrypt.app', 'https'],
    ['enigmacrypt.app', 'https://enigmacrypt.app', 'https'],
    [' HTTPS://EnigmaCrypt.APP:443/ ', 'https://enigmacrypt.app', 'https'],
    ['https://secrets.example:8443', 'https://secrets.example:8443', 'https'],
    ['http://localhost:3000', 'http://localhost:3000', 'loopback'],
    ['http://127.1.2.3:80', 'http://127.1.2.3', 'loopback'],
    ['http://[::1]:3000/', 'http://[::1]:3000', 'loopback'],
    ['http://192.168.1.20:8080', 'http://192.168.1.20:8080', 'private'],
    ['http://10.0.0.1', 'http://10.0.0.1', 'private'],
    ['http://172.31.0.1', 'http://172.31.0.1', 'private'],
    ['http://[fd00::1]', 'http://[fd00::1]', 'private'],
    ['http://nas.local', 'http://nas.local', 'private'],
  ])('reads %s', (typed, origin, security) => {
    expect(parseOrigin(typed)).toEqual({ ok: true, value: { origin, security } });
  });

  it.each([
    'http://enigmacrypt.app',
    'http://172.32.0.1',
    'http://8.8.8.8',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://[2001:db8::1]',
  ])('refuses plain http to the internet: %s', (typed) => {
    expect(parseOrigin(typed)).toEqual({ ok: false, error: { code: 'insecure' } });
  });

  it.each([
    '',
    'ftp://enigmacrypt.app',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    'https://user:password@enigmacrypt.app',
    'https://enigmacrypt.app/api',
    'https://enigmacrypt.app?x=1',
    'https://enigmacrypt.app#x',
    'https://enigmacrypt.app:0',
    'https://enigmacrypt.app:70000',
    'https://-bad.example',
    'https://1.2.3',
    'https://256.1.1.1',
    'https://[::1::2]',
    'https://exa mple.com',
  ])('refuses what is no address of a service: %s', (typed) => {
    expect(parseOrigin(typed)).toEqual({ ok: false, error: { code: 'malformed' } });
  });

  it('agrees with the platform about the origin of whatever it takes', () => {
    const address = fc
      .tuple(
        fc.constantFrom('https', 'HTTPS'),
        fc.webAuthority({ withPort: true, withIPv4: true, withIPv6: true }),
      )
      .map(([scheme, host]) => `${scheme}://${host}`);
    fc.assert(
      fc.property(address, (typed) => {
        const parsed = parseOrigin(typed);
        if (parsed.ok && !typed.includes('[')) expect(parsed.value.origin).toBe(new URL(typed).origin);
      }),
      { numRuns: 1000 },
    );
  });

  it('is stable: an origin reads as itself', () => {
    fc.assert(
      fc.property(fc.webAuthority({ withPort: true }), (host) => {
        const once = parseOrigin(`https://${host}`);
        if (once.ok) expect(parseOrigin(once.value.origin)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => typeof parseOrigin(typed).ok === 'boolean'),
      {
        numRuns: 1000,
      },
    );
  });
});
