import { projectRoot } from './paths.ts';
import { run } from './process.ts';
import { oneFailed, onePassed, sum, type Tally } from './tally.ts';
import { toolEntry } from './tool.ts';

interface Check {
  readonly title: string;
  /** Package, and its command where that is called otherwise. */
  readonly tool: readonly [packageName: string, command?: string];
  readonly args: readonly string[];
}

const checks: readonly Check[] = [
  { title: 'format', tool: ['prettier'], args: ['--check', '.'] },
  { title: 'types', tool: ['typescript', 'tsc'], args: ['-b'] },
  { title: 'lint', tool: ['eslint'], args: ['--max-warnings', '0', '.'] },
  {
    title: 'layers',
    tool: ['dependency-cruiser', 'depcruise'],
    args: ['--config', '.dependency-cruiser.cjs', 'src'],
  },
  { title: 'dead code', tool: ['knip'], args: [] },
];

const runCheck = async ({ title, tool, args }: Check): Promise<Tally> => {
  const started = Date.now();
  const ended = await run(process.execPath, [toolEntry(...tool), ...args], { cwd: projectRoot });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const good = ended.code === 0;
  console.log(`${good ? '✓' : '✗'} ${title} (${seconds} s)`);
  if (!good) console.log(`${ended.stdout}${ended.stderr}`.trimEnd());
  return good ? onePassed : oneFailed;
};

/** Runs what can be said about the sources without running them, all of it, and tells the outcome of each. */
export const runChecks = async (): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (const check of checks) tallies.push(await runCheck(check));
  return sum(tallies);
};
