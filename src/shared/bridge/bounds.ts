/** Bounds that a window's first view has to know: here they come without any schema. */

/** The largest envelope a window may hand over, in characters (ASCII, so also bytes). */
export const MAX_ENVELOPE_CHARS = 48 * 1024 * 1024;
