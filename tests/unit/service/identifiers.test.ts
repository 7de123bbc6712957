import { describe, expect, it } from 'vitest';
import { newMessageId } from '../../../src/service/messages/identifiers.ts';

describe('a message id', () => {
  it('uses each of 62 characters for equally many bytes, and no byte that would upset that', () => {
    const bytesFor = new Map<string, number>();
    const unused: number[] = [];
    for (let byte = 0; byte < 256; byte += 1) {
      let rounds = 0;
      const id = newMessageId((length) => new Uint8Array(length).fill(rounds++ === 0 ? byte : 0));
      if (rounds > 1) unused.push(byte);
      else bytesFor.set(id, (bytesFor.get(id) ?? 0) + 1);
    }
    expect([...bytesFor.keys()].every((id) => /^([0-9A-Za-z])\1{15}$/.test(id))).toBe(true);
    expect([...bytesFor.values()]).toEqual(Array.from({ length: 62 }, () => 4));
    expect(unused).toEqual([248, 249, 250, 251, 252, 253, 254, 255]);
  });

  it('has 16 characters even when the generator keeps giving bytes that can’t be used', () => {
    let round = 0;
    const mostlyUseless = (length: number) => new Uint8Array(length).fill(round++ % 5 === 4 ? 7 : 255);
    expect(newMessageId(mostlyUseless)).toMatch(/^7{16}$/);
  });
});
