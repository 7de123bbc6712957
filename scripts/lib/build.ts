import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { digestOf } from './digest.ts';
import { inProject, projectRoot } from './paths.ts';
import { run } from './process.ts';
import { say } from './say.ts';
import { toolEntry } from './tool.ts';

interface Part {
  readonly title: string;
  readonly sources: readonly string[];
  readonly excluded: readonly string[];
  /** What has to be there for the part to count as built. */
  readonly outputs: readonly string[];
  /** Holds the digest of the sources it was built from. */
  readonly stamp: string;
  readonly tool: string;
  readonly args: readonly string[];
}

const program: Part = {
  title: 'the program',
  sources: ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'],
  excluded: ['src/cli', 'src/service/page'],
  outputs: [
    'out/main/index.js',
    'out/main/service.js',
    ...['main', 'quick', 'guard'].map((kind) => `out/preload/${kind}.cjs`),
    ...['index', 'quick', 'guard'].map((page) => `out/renderer/${page}.html`),
  ],
  stamp: 'out/program.digest',
  tool: 'electron-vite',
  args: ['build'],
};

const page: Part = {
  title: "the recipient's page",
  sources: ['src/service/page', 'src/core', 'package-lock.json'],
  excluded: [],
  outputs: ['out/service/page.html'],
  stamp: 'out/page.digest',
  tool: 'vite',
  args: ['build', '--config', 'src/service/page/vite.config.ts'],
};

/** Whether what a stamp says it was built from is what the sources are now, and the results are there. */
export const isFresh = (root: string, part: Pick<Part, 'outputs' | 'stamp'>, digest: string): boolean => {
  const stamp = `${root}/${part.stamp}`;
  return (
    part.outputs.every((output) => existsSync(`${root}/${output}`)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === digest
  );
};

const build = async (part: Part, force: boolean): Promise<boolean> => {
  const digest = digestOf(projectRoot, part.sources, part.excluded);
  if (!force && isFresh(projectRoot, part, digest)) return true;
  say(`Building ${part.title} …`);
  rmSync(inProject(part.stamp), { force: true });
  const started = Date.now();
  const ended = await run(process.execPath, [toolEntry(part.tool), ...part.args], { cwd: projectRoot });
  const missing = part.outputs.filter((output) => !existsSync(inProject(output)));
  if (ended.code !== 0 || missing.length > 0) {
    say(`${ended.stdout}${ended.stderr}`.trimEnd());
    say(`Building ${part.title} failed${missing.length > 0 ? `: there is no ${missing.join(', ')}` : ''}.`);
    return false;
  }
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(inProject(part.stamp), digest);
  say(`Built ${part.title} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return true;
};

/** Builds the recipient's page when its sources have changed. @returns whether it is there now */
export const buildPage = (force = false): Promise<boolean> => build(page, force);

/** Builds the page and the program when their sources have changed. @returns whether both are there now */
export const buildAll = async (force = false): Promise<boolean> =>
  (await buildPage(force)) && (await build(program, force));

/** What lies in out/ is about to be overwritten by something else than a build for use. */
export const forgetProgramBuild = (): void => {
  rmSync(inProject(program.stamp), { force: true });
};
