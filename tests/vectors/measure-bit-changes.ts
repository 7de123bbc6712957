/** Counts what opening says to changed bits: `node tests/vectors/measure-bit-changes.ts [changes, 20000 if absent]`. */
import { countBitChanges } from '../unit/core/envelope/bit-changes.ts';

const changes = Number(process.argv[2] ?? 20_000);
for (const part of ['bytes', 'text'] as const) {
  const counts = await countBitChanges(part, changes, 'published');
  console.log(JSON.stringify({ part, changes, ...counts }));
}
