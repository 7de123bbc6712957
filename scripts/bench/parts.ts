import { ledgerPart } from './ledger.ts';
import type { BenchPart } from './part.ts';
import { sealPart } from './seal.ts';

/** In the order they run and are printed. */
export const PARTS: readonly BenchPart[] = [sealPart, ledgerPart];
