/** Kills the program again and again while it sends, and looks at what is left. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Share } from '../../src/shared/bridge/models.ts';
import { type Attempt, findAtTheEnd, findInSnapshot } from './checks.ts';
import { becomesTrue, isSettled, listOf } from './list.ts';
import { type RunningProgram, sendInput, startProgram } from './program.ts';
import { between, createRandom, type Random } from './random.ts';
import { type SealedSecret, sealSecret } from './secrets.ts';
import { takeSnapshot } from './snapshots.ts';

/** Long enough for several secrets to have come and gone. */
const LONGEST_MOMENT_MS = 600;
const SETTLE_MS = 60_000;
const SERVICE_MS = 20_000;
/** Hardly ever are more sent before the longest moment is over. */
const SECRETS_A_RUN = 16;

export interface CrashOptions {
  /** How often the program is killed. */
  readonly times: number;
  /** Chooses the moments, and what is sent meanwhile. */
  readonly seed: number;
  /** Where the program keeps everything. Empty at the beginning. */
  readonly userData: string;
  /** Told after each kill. */
  readonly onKill?: (kill: Kill) => void;
}

/** One start, some sending, one kill. */
export interface Kill {
  /** From 1. */
  readonly number: number;
  /** Milliseconds from the first secret to the kill, as chosen. */
  readonly moment: number;
  readonly attempts: readonly Attempt[];
  /** Requests that had left, with no answer stored. */
  readonly inFlight: number;
  /** Of these, how many had already been stored by the service. */
  readonly answersLost: number;
  readonly findings: readonly string[];
}

export interface CrashReport {
  readonly kills: readonly Kill[];
  /** What the last, undisturbed start made of it. */
  readonly end: { readonly list: readonly Share[]; readonly findings: readonly string[] };
}

export async function runCrashes({ times, seed, userData, onKill }: CrashOptions): Promise<CrashReport> {
  const random = createRandom(seed);
  const seal = createSealer(createRandom(~seed));
  const stock: SealedSecret[] = [];
  const kills: Kill[] = [];
  const attempts: Attempt[] = [];
  for (let number = 1; number <= times; number += 1) {
    const plan = planOf(random);
    // Sealing takes its time; the program needs as much to start.
    const [program, fresh] = await Promise.all([startProgram(userData), seal(SECRETS_A_RUN - stock.length)]);
    stock.push(...fresh);
    const tried = await sendUntilKilled(program, stock, plan);
    attempts.push(...tried);
    const snapshot = takeSnapshot(userData);
    const stored = new Set(snapshot.messages.map(({ digest }) => digest));
    const inFlight = snapshot.outbox.filter(({ isInFlight }) => isInFlight);
    const kill: Kill = {
      number,
      moment: plan.moment,
      attempts: tried,
      inFlight: inFlight.length,
      answersLost: inFlight.filter(({ digest }) => stored.has(digest)).length,
      findings: findInSnapshot(snapshot, attempts),
    };
    kills.push(kill);
    onKill?.(kill);
  }
  return { kills, end: await settleAndLook(userData, attempts) };
}

interface Plan {
  readonly moment: number;
  /** Whether sending begins before the service answers, while the outbox of the run before goes out. */
  readonly isHasty: boolean;
  /** How many secrets are under way at the same time. */
  readonly lanes: number;
}

const planOf = (random: Random): Plan => ({
  moment: between(random, 0, LONGEST_MOMENT_MS),
  isHasty: random() < 1 / 3,
  lanes: between(random, 1, 3),
});

/** Most secrets are short; one in eight takes long enough to be cut in the middle. */
function createSealer(random: Random): (count: number) => Promise<SealedSecret[]> {
  let number = 0;
  const sealNext = (): Promise<SealedSecret> => {
    number += 1;
    const length = random() < 1 / 8 ? between(random, 10_000, 200_000) : between(random, 1, 500);
    return sealSecret(`secret ${number}`, length);
  };
  return (count) => Promise.all(Array.from({ length: count }, sealNext));
}

/** @param stock what is handed over is taken out of it */
async function sendUntilKilled(
  program: RunningProgram,
  stock: SealedSecret[],
  { moment, isHasty, lanes }: Plan,
): Promise<Attempt[]> {
  if (!isHasty) await untilServiceRuns(program);
  const attempts: Attempt[] = [];
  let isKilled = false;
  const orKilled = (problem: unknown): null => {
    if (isKilled) return null;
    throw problem;
  };
  const lane = async (): Promise<void> => {
    while (!isKilled) {
      const secret = stock.shift();
      if (secret === undefined) return;
      // What dies with the program rejects: no answer is what the person has then, too.
      const answer = await program.call('shares.send', sendInput(secret)).catch(orKilled);
      attempts.push({ secret, answer });
    }
  };
  const sending = Promise.all(Array.from({ length: lanes }, lane));
  // A failure before the kill is told after it: the program must not be left running.
  const outcome = sending.then(
    () => null,
    (problem: unknown) => ({ problem }),
  );
  await wait(moment);
  isKilled = true;
  await program.kill();
  const failure = await outcome;
  if (failure !== null) throw failure.problem;
  return attempts;
}

async function untilServiceRuns(program: RunningProgram): Promise<void> {
  const isRunning = async (): Promise<boolean> =>
    (await program.call('service.state', undefined)).status === 'running';
  if (!(await becomesTrue(isRunning, SERVICE_MS))) throw new Error('the service did not start');
}

/** Starts once more, lets the outbox empty itself, and ends as a person would. */
async function settleAndLook(userData: string, attempts: readonly Attempt[]): Promise<CrashReport['end']> {
  const program = await startProgram(userData);
  await becomesTrue(async () => (await listOf(program)).every(isSettled), SETTLE_MS);
  const settled = await listOf(program);
  await program.quit();
  return { list: settled, findings: findAtTheEnd(attempts, settled, takeSnapshot(userData)) };
}

export const isClean = ({ kills, end }: CrashReport): boolean =>
  end.findings.length === 0 && kills.every(({ findings }) => findings.length === 0);

/** Everything that was handed to the program, in order. */
export const attemptsOf = ({ kills }: CrashReport): readonly Attempt[] =>
  kills.flatMap(({ attempts }) => attempts);
