import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkOf } from '../../../../src/core/api/client.ts';
import { parseLink } from '../../../../src/core/api/link.ts';

describe('reading a recipient’s link', () => {
  it.each([
    ['https://enigmacrypt.app/s/a8Kx9pQ2', 'https://enigmacrypt.app', 'a8Kx9pQ2'],
    ['  http://127.0.0.1:24000/s/x_-9/\n', 'http://127.0.0.1:24000', 'x_-9'],
    ['https://Example.TEST/s/Ab', 'https://example.test', 'Ab'],
    ['http://[::1]:8080/s/Ab', 'http://[::1]:8080', 'Ab'],
  ])('takes %s apart', (text, origin, messageId) => {
    expect(parseLink(text)).toEqual({ origin, messageId });
  });

  it.each([
    '',
    'https://enigmacrypt.app/',
    'https://enigmacrypt.app/s/',
    'https://enigmacrypt.app/s/a/b',
    'https://enigmacrypt.app/s/a?next=x',
    'https://enigmacrypt.app/s/a#password',
    'https://user:pass@enigmacrypt.app/s/a',
    'javascript:alert(1)//s/a',
    'file:///s/a',
    'https://enigmacrypt.app/s/%2e%2e',
  ])('does not take %j', (text) => {
    expect(parseLink(text)).toBeNull();
  });

  it('reads back every link the program makes', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/);
    fc.assert(
      fc.property(fc.webAuthority({ withPort: true }), id, (host, messageId) => {
        const origin = `https://${host.toLowerCase()}`;
        expect(parseLink(linkOf(origin, messageId))).toEqual({ origin, messageId });
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseLink(text);
        expect(parsed === null || /^https?:\/\//.test(parsed.origin)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
