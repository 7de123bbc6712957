import { runNpm } from './npm.ts';
import { oneFailed, onePassed, sum, type Tally } from './tally.ts';

const checkLimit = 10 * 60_000;

/** The npm scripts to run, two at a time: linting takes as long as all the others together. */
const lanes: readonly (readonly string[])[] = [['lint'], ['format:check', 'types', 'layers', 'dead-code']];

const runCheck = async (name: string): Promise<Tally> => {
  const started = Date.now();
  const ended = await runNpm(['run', '--silent', name], checkLimit);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const good = ended.code === 0;
  console.log(`${good ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!good) console.log(`${ended.stdout}${ended.stderr}`.trimEnd());
  return good ? onePassed : oneFailed;
};

const runLane = async (names: readonly string[]): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (const name of names) tallies.push(await runCheck(name));
  return sum(tallies);
};

/** Runs what can be said about the sources without running them, all of it, and tells the outcome of each. */
export const runChecks = async (): Promise<Tally> => sum(await Promise.all(lanes.map(runLane)));
