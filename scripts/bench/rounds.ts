/** Runs a part's rounds, which need one desktop for all of them, and reads their figures. */
import { inProject } from '../lib/paths.ts';
import { run } from '../lib/process.ts';

const MARK = 'BENCH ';

/**
 * @param script relative to the project; it prints `BENCH {…}` on its standard output
 * @throws with what it complained of when it printed none
 */
export async function runRounds(script: string, args: readonly string[]): Promise<unknown> {
  const finished = await run(
    process.execPath,
    [inProject('scripts/desktop/run.ts'), '--', process.execPath, inProject(script), ...args],
    { timeLimit: 10 * 60_000 },
  );
  const line = finished.stdout.split('\n').find((text) => text.startsWith(MARK));
  if (line === undefined) throw new Error(`${finished.stderr}\nThe rounds did not come to their end.`);
  return JSON.parse(line.slice(MARK.length));
}
