import type { RandomBytes } from '../ports.ts';

const RANGE = 0x10000;

/**
 * `count` independent whole numbers from 0 to `below - 1`, each equally likely; `below` is 1 to 65,536. Numbers
 * from the incomplete last stretch of the 16-bit range are thrown away, or the lower ones would be more likely.
 */
export function sampleBelow(below: number, count: number, random: RandomBytes): number[] {
  if (!Number.isInteger(below) || below < 1 || below > RANGE)
    throw new RangeError(`Cannot sample below ${below}.`);
  const limit = RANGE - (RANGE % below);
  const samples: number[] = [];
  while (samples.length < count) {
    const bytes = random(2 * (count - samples.length));
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      const value = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      if (value < limit) samples.push(value % below);
    }
  }
  return samples;
}
