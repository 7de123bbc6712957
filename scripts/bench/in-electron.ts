/** Builds a part's Electron side as the program is built, runs it on a desktop of its own, and reads its figures. */
import { join } from 'node:path';
import { build } from 'vite';
import { inProject } from '../lib/paths.ts';
import { isRoot, run } from '../lib/process.ts';

/** What a measuring main process writes before its one line of JSON. */
const MARK = 'BENCH ';

interface Sources {
  /** The main process, relative to the project. It prints `BENCH {…}` on its standard output and quits. */
  readonly main: string;
  /** The folder of the page, with its index.html, if there is one. */
  readonly page?: string;
}

interface Built {
  /** The main process, to give to Electron. */
  readonly main: string;
  /** The folder of the built page. */
  readonly page: string;
}

export async function buildForElectron({ main, page }: Sources, folder: string): Promise<Built> {
  const common = { configFile: false, logLevel: 'error' } as const;
  const built = { main: join(folder, 'main', 'main.mjs'), page: join(folder, 'page') };
  if (page !== undefined) {
    await build({
      ...common,
      root: inProject(page),
      base: '/',
      worker: { format: 'es' },
      build: { outDir: built.page, assetsInlineLimit: 0 },
    });
  }
  await build({
    ...common,
    root: inProject('tests/bench'),
    build: {
      ssr: inProject(main),
      outDir: join(folder, 'main'),
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs', format: 'es' } },
    },
    ssr: { noExternal: true },
  });
  return built;
}

interface ElectronRun {
  readonly electron: string;
  /** What to run: a built main process, or the program's folder. */
  readonly app: string;
  readonly args?: readonly string[];
  readonly userData: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly keyring?: boolean;
  /** Milliseconds; ten minutes unless said otherwise. */
  readonly timeLimit?: number;
}

/** The figures that the measuring main process printed. Throws with what it complained of when it printed none. */
export async function measureInElectron(options: ElectronRun): Promise<unknown> {
  const { electron, app, args = [], userData, env = {}, keyring = false, timeLimit = 10 * 60_000 } = options;
  const command = [electron, app, `--user-data-dir=${userData}`, ...(isRoot() ? ['--no-sandbox'] : [])];
  const desktop = [inProject('scripts/desktop/run.ts'), ...(keyring ? [] : ['--no-keyring']), '--'];
  const finished = await run(process.execPath, [...desktop, ...command, ...args], {
    env: { ...process.env, ...env },
    timeLimit,
  });
  const line = finished.stdout.split('\n').find((text) => text.startsWith(MARK));
  if (line === undefined) throw new Error(`${finished.stderr}\nThe bench did not come to its end.`);
  return JSON.parse(line.slice(MARK.length));
}
