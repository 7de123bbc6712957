/**
 * Imported before any schema: each asks when it is made whether it may compile itself with `eval`, and the asking
 * alone violates the window's policy.
 */
import { z } from 'zod';

z.config({ jitless: true });
