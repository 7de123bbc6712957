/** The program as it is, held back until the tour is attached. */
import '../e2e/support/gate.mjs';

await import(new URL('../../out/main/index.js', import.meta.url).href);
