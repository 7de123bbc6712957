/**
 * Stands for `zod` in everything that a window loads (scripts/lib/renderer-build.ts): each schema asks when it is made
 * whether it may compile itself with `eval`, and the asking alone violates the window's policy.
 */
import { z } from 'zod/v4';

z.config({ jitless: true });

export * from 'zod/v4';
