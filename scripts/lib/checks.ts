import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { digestOf } from './digest.ts';
import { runNpm } from './npm.ts';
import { inProject, projectRoot } from './paths.ts';
import { oneFailed, onePassed, sum, type Tally } from './tally.ts';

const checkLimit = 10 * 60_000;

/** The npm scripts to run, two at a time: linting takes as long as all the others together. */
const lanes: readonly (readonly string[])[] = [['lint'], ['format:check', 'types', 'layers', 'dead-code']];

/** What was made from the sources, or is not part of them. */
const made = ['.git', '.cache', 'artifacts', 'dist', 'node_modules', 'out', 'test-results'];

const memoryFile = inProject('.cache', 'passed-checks.json');
const memorySchema = z.object({ sources: z.string(), passed: z.array(z.string()) });

interface Memory {
  /** Digest of all sources and of the lockfile. */
  readonly sources: string;
  /** The checks that passed on just these sources. */
  readonly passed: Set<string>;
}

/** A check says nothing but what the sources say: on the very same sources it need not be asked twice. */
const recall = (): Memory => {
  const sources = digestOf(
    projectRoot,
    readdirSync(projectRoot)
      .filter((name) => !made.includes(name))
      .sort(),
  );
  try {
    const stored = memorySchema.parse(JSON.parse(readFileSync(memoryFile, 'utf8')));
    return { sources, passed: new Set(stored.sources === sources ? stored.passed : []) };
  } catch {
    // There is none, or it is no longer readable: everything is checked.
    return { sources, passed: new Set() };
  }
};

const remember = ({ sources, passed }: Memory): void => {
  mkdirSync(dirname(memoryFile), { recursive: true });
  writeFileSync(memoryFile, JSON.stringify({ sources, passed: [...passed] }));
};

const runCheck = async (name: string, memory: Memory): Promise<Tally> => {
  if (memory.passed.has(name)) {
    console.log(`✓ ${name} (passed before, and nothing has changed since)`);
    return onePassed;
  }
  const started = Date.now();
  const ended = await runNpm(['run', '--silent', name], checkLimit);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const good = ended.code === 0;
  console.log(`${good ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (good) memory.passed.add(name);
  else console.log(`${ended.stdout}${ended.stderr}`.trimEnd());
  return good ? onePassed : oneFailed;
};

const runLane = async (names: readonly string[], memory: Memory): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (const name of names) tallies.push(await runCheck(name, memory));
  return sum(tallies);
};

/** Runs what can be said about the sources without running them, all of it, and tells the outcome of each. */
export const runChecks = async (): Promise<Tally> => {
  const memory = recall();
  const tally = sum(await Promise.all(lanes.map((lane) => runLane(lane, memory))));
  remember(memory);
  return tally;
};
