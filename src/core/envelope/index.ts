export type * from './types.ts';
export { KDF_ITERATIONS, MAX_ENVELOPE_LENGTH } from './types.ts';
export { ContentReader, contentSlices, SLICE_UNITS, type ContentSlice } from './content.ts';
export { envelopeLength, inspect } from './format.ts';
export { open } from './open.ts';
export { seal, sealStream } from './seal.ts';
export { createUtf8 } from './utf8.ts';
export { timeOf } from './iso-date.ts';
