import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighPayload } from '../../../../src/main/bridge/payload.ts';

describe('the bound on what a window may hand over', () => {
  it.each([
    [undefined],
    [null],
    ['text'],
    [{ id: 'x', policy: { expiresAt: null, maxAccess: 1 } }],
    [{ envelope: 'a'.repeat(48 * 1024 * 1024) }],
  ])('lets through what calls are made of', (payload) => {
    expect(weighPayload(payload)).not.toBeNull();
  });

  it('refuses text beyond any envelope', () => {
    expect(weighPayload(['a'.repeat(30e6), 'a'.repeat(30e6)])).toBeNull();
  });

  it('refuses deep, wide, cyclic and exotic payloads', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 50; depth += 1) deep = { deep };
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    for (const payload of [
      deep,
      cycle,
      Array.from({ length: 10_000 }, () => 0),
      new Map(),
      new Date(),
      new Uint8Array(8),
      /x/,
      () => 1,
      Symbol('x'),
      Object.create({ inherited: true }),
      JSON.parse('{"__proto__":{"polluted":true}}'),
      { constructor: { prototype: { polluted: true } } },
      { [Symbol('x')]: 1 },
      Object.defineProperty({}, 'getter', { get: () => 'x', enumerable: true }),
    ]) {
      expect(weighPayload(payload)).toBeNull();
    }
  });

  it('decides about anything without throwing', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withTypedArray: true, withNullPrototype: true }),
        (payload) => {
          expect(['number', 'object']).toContain(typeof weighPayload(payload));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
