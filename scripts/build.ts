/** `npm run build` and `npm run build:page`: builds anew, also when nothing has changed. */
import { buildAll, buildPage } from './lib/build.ts';

const built = process.argv.includes('--page') ? await buildPage(true) : await buildAll(true);
process.exitCode = built ? 0 : 1;
