/** Runs one measuring Electron within the desktop at hand. */
import { isRoot, run } from '../../../scripts/lib/process.ts';

export interface MeasuringRun {
  readonly electron: string;
  /** The measuring main process. */
  readonly main: string;
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export const commandOf = ({ main, userData, args = [] }: MeasuringRun): readonly string[] => [
  main,
  `--user-data-dir=${userData}`,
  ...(isRoot() ? ['--no-sandbox'] : []),
  ...args,
];

/** What it printed after `ROUND`. Throws with what it complained of when it printed none. */
export async function runRound(measuring: MeasuringRun, timeLimit = 60_000): Promise<unknown> {
  const ended = await run(measuring.electron, commandOf(measuring), {
    env: { ...process.env, ...measuring.env },
    timeLimit,
  });
  const line = ended.stdout.split('\n').find((text) => text.startsWith('ROUND '));
  if (line === undefined) throw new Error(`${measuring.userData} did not come to its end: ${ended.stderr}`);
  return JSON.parse(line.slice('ROUND '.length));
}
