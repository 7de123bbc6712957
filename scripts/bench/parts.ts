import { ledgerPart } from './ledger.ts';
import type { BenchPart } from './part.ts';
import { quickPart } from './quick.ts';
import { residentPart } from './resident.ts';
import { sealPart } from './seal.ts';
import { sizePart } from './size.ts';
import { startPart } from './start.ts';

/** In the order they run and are printed. */
export const PARTS: readonly BenchPart[] = [
  ...[startPart, residentPart, quickPart, sizePart],
  ...[ledgerPart, sealPart],
];
