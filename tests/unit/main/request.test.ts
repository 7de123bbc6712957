import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseArguments,
  parseHandedOver,
  parseRequestLink,
  requestSchema,
} from '../../../src/main/requests/request.ts';

const VIEWS = ['compose', 'sent', 'open', 'settings', 'accounts'] as const;

describe('a link from outside', () => {
  it.each(VIEWS)('opens the view %s, however the system spells the address', (view) => {
    for (const link of [
      `enigmacrypt://${view}`,
      `enigmacrypt://${view}/`,
      `EnigmaCrypt://${view.toUpperCase()}`,
    ])
      expect(parseRequestLink(link)).toEqual({ kind: 'view', view });
  });

  it('opens the quick window, and never shares the clipboard', () => {
    expect(parseRequestLink('enigmacrypt://quick-share')).toEqual({ kind: 'quick-share' });
    expect(parseRequestLink('enigmacrypt://share-clipboard')).toBeNull();
    expect(parseRequestLink('enigmacrypt://hidden')).toBeNull();
  });

  it('with anything more in it is ignored', () => {
    const extras = [
      '?text=secret',
      '#secret',
      '/8f1c',
      '//',
      ':80',
      '?',
      '#',
      '/..',
      '%20',
      ' ',
      '\n',
      '\u0000',
    ];
    for (const extra of extras) expect(parseRequestLink(`enigmacrypt://sent${extra}`)).toBeNull();
    for (const link of [
      'enigmacrypt:sent',
      'enigmacrypt:/sent',
      'enigmacrypt://me:pw@sent',
      ' enigmacrypt://sent',
    ])
      expect(parseRequestLink(link)).toBeNull();
  });

  it('is nothing or one of the known things, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, tail) => {
        for (const link of [text, `enigmacrypt://${text}`, `enigmacrypt://sent${tail}`]) {
          const request = parseRequestLink(link);
          expect(request === null || requestSchema.safeParse(request).success).toBe(true);
        }
      }),
    );
  });

  it('that is understood holds nothing but its name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), fc.string({ unit: 'binary', minLength: 1 }), (view, extra) => {
        const request = parseRequestLink(`enigmacrypt://${view}${extra}`);
        expect(request === null || extra === '/').toBe(true);
      }),
    );
  });
});

describe('a command line', () => {
  const read = (...given: string[]) => parseArguments(['/usr/bin/enigmacrypt-desktop', ...given]);

  it('without anything for us shows the window', () => {
    expect(read()).toEqual({ request: { kind: 'show' }, ignored: 0 });
    expect(read('--ozone-platform=x11', '.', '--quick-share=1')).toEqual({
      request: { kind: 'show' },
      ignored: 0,
    });
    expect(parseArguments([])).toEqual({ request: { kind: 'show' }, ignored: 0 });
  });

  it('asks for what its switches say', () => {
    expect(read('--quick-share').request).toEqual({ kind: 'quick-share' });
    expect(read('--no-sandbox', '--share-clipboard').request).toEqual({ kind: 'share-clipboard' });
    expect(read('--hidden').request).toEqual({ kind: 'hidden' });
  });

  it('with something to do is not hidden', () => {
    expect(read('--hidden', 'enigmacrypt://sent').request).toEqual({ kind: 'view', view: 'sent' });
    expect(read('enigmacrypt://open', '--hidden').request).toEqual({ kind: 'view', view: 'open' });
  });

  it('does the first of several things', () => {
    expect(read('enigmacrypt://sent', '--quick-share').request).toEqual({ kind: 'view', view: 'sent' });
  });

  it('says how many links it ignored, and does not take the program’s own path for one', () => {
    expect(read('enigmacrypt://sent?id=1', 'enigmacrypt:x')).toEqual({
      request: { kind: 'show' },
      ignored: 2,
    });
    expect(parseArguments(['enigmacrypt://sent']).request).toEqual({ kind: 'show' });
  });

  it('never throws and is always one of the known things', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '--hidden',
        '--quick-share',
        '--share-clipboard',
        '--',
        'enigmacrypt://sent',
        '__proto__',
      ),
    );
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        expect(requestSchema.safeParse(parseArguments(argv).request).success).toBe(true);
      }),
    );
  });
});

describe('what a second start hands over', () => {
  it('is taken if it is one of the known things', () => {
    const read = parseArguments(['program', 'enigmacrypt://sent', 'enigmacrypt://sent?x']);
    expect(parseHandedOver(structuredClone(read))).toEqual({
      request: { kind: 'view', view: 'sent' },
      ignored: 1,
    });
  });

  it('is a plain start otherwise, whatever it is', () => {
    const plain = { request: { kind: 'show' }, ignored: 1 };
    expect(parseHandedOver({ request: { kind: 'view', view: 'sent', id: '1' }, ignored: 0 })).toEqual(plain);
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(parseHandedOver(data)).toEqual(plain);
        expect(parseHandedOver({ request: data, ignored: 0 })).toEqual(plain);
      }),
    );
  });
});
