export type * from './types.ts';
export { KDF_ITERATIONS } from './types.ts';
