/** `npm run service -- --host … --port … --data …`: the service alone, with the recipient's page. */
import { buildPage } from './lib/build.ts';
import { inProject } from './lib/paths.ts';
import { runInForeground } from './lib/foreground.ts';

process.exitCode = (await buildPage())
  ? await runInForeground(process.execPath, [
      inProject('src', 'service', 'main.ts'),
      ...process.argv.slice(2),
    ])
  : 1;
