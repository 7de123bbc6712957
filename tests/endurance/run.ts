/** Uses a program for a chosen time, makes trouble for it, and looks at what is left. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Share } from '../../src/shared/bridge/models.ts';
import { becomesTrue, isSettled, listOf } from '../crash/list.ts';
import { between, createRandom, type Random } from '../crash/random.ts';
import { findAtService, findGrowth, findInList, growthOf } from './judge.ts';
import { anonymousMiB } from './processes.ts';
import { SecretsInUse } from './secrets-in-use.ts';
import { type Stage, setStage } from './stage.ts';
import { suffer, type Trouble, troubles } from './troubles.ts';

/** Between two things that somebody does. */
const PAUSE_MS = { least: 200, most: 2_500 };
/** From the end of one trouble to the next. */
const PEACE_MS = { least: 8_000, most: 30_000 };
/** Restarts in the first half at the most; the second is one stretch, for the memory. */
const MOST_RESTARTS = 8;
const SAMPLE_MS = 5_000;
const SETTLE_MS = 120_000;

export interface EnduranceReport {
  readonly secrets: number;
  readonly delivered: number;
  readonly opened: number;
  readonly deleted: number;
  readonly kills: number;
  readonly quits: number;
  readonly troubles: Readonly<Record<Trouble, number>>;
  /** Of the stretch without a restart, MiB. */
  readonly memory: { readonly first: number; readonly last: number; readonly growth: number };
  readonly findings: readonly string[];
}

export interface EnduranceOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Empty at the beginning. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

export async function endure({ minutes, seed, folder, say }: EnduranceOptions): Promise<EnduranceReport> {
  const random = createRandom(seed);
  const stage = await setStage(folder);
  const secrets = new SecretsInUse(random, stage);
  const run = new Run(stage, secrets, random, performance.now() + minutes * 60_000, say);
  await run.untilOver();
  say('Time is up: it is left in peace and looked at.');
  const list = await settle(stage, secrets);
  const databases = await stage.close();
  const isBuiltin = ({ accountId }: Share): boolean => accountId === 'builtin';
  const { samples } = run;
  return {
    ...{ secrets: secrets.all.length, ...run.counts, troubles: run.suffered },
    delivered: list.filter(({ link }) => link !== null).length,
    opened: secrets.all.reduce((total, { opened }) => total + opened.least, 0),
    deleted: secrets.all.filter(({ deleted }) => deleted === 'yes').length,
    memory: { first: samples[0] ?? 0, last: samples.at(-1) ?? 0, growth: growthOf(samples) },
    findings: [
      ...secrets.findings,
      ...findInList(secrets.all, list, Date.now()),
      ...findAtService(databases.builtin, list.filter(isBuiltin), 'the built-in service'),
      ...findAtService(
        databases.elsewhere,
        list.filter((share) => !isBuiltin(share)),
        'the service elsewhere',
      ),
      ...databases.damage.map((damage) => `a database is damaged: ${damage}`),
      ...findGrowth(samples),
    ],
  };
}

class Run {
  readonly samples: number[] = [];
  readonly suffered: Record<Trouble, number> = { network: 0, keychain: 0, suspension: 0, death: 0 };
  readonly counts = { kills: 0, quits: 0 };
  readonly #stage: Stage;
  readonly #secrets: SecretsInUse;
  readonly #random: Random;
  readonly #end: number;
  readonly #half: number;
  readonly #say: (line: string) => void;
  /** Nobody restarts a program while its keychain is locked: its list would be another one for that run. */
  #trouble: Promise<void> = Promise.resolve();

  constructor(stage: Stage, secrets: SecretsInUse, random: Random, end: number, say: (line: string) => void) {
    this.#stage = stage;
    this.#secrets = secrets;
    this.#random = random;
    this.#end = end;
    this.#half = (performance.now() + end) / 2;
    this.#say = say;
  }

  async untilOver(): Promise<void> {
    const trouble = this.#makeTrouble();
    const sampling = this.#sample();
    const left = this.#half - performance.now();
    const restarts = Math.min(MOST_RESTARTS, Math.ceil(left / 60_000));
    for (let restart = 1; restart <= restarts; restart += 1) {
      await this.#useUntil(this.#half - (left / (restarts + 1)) * (restarts + 1 - restart));
      await this.#restart();
    }
    await this.#useUntil(this.#end);
    await Promise.all([trouble, sampling]);
  }

  async #useUntil(moment: number): Promise<void> {
    while (performance.now() < moment) {
      await this.#useOnce();
      await wait(between(this.#random, PAUSE_MS.least, PAUSE_MS.most));
    }
  }

  async #useOnce(): Promise<void> {
    const choice = this.#random();
    if (choice < 0.4) await this.#secrets.share();
    else if (choice < 0.7) await this.#secrets.open();
    else if (choice < 0.8) await this.#secrets.remove();
    else await this.#lookAtList();
  }

  async #lookAtList(): Promise<void> {
    const { program } = this.#stage;
    try {
      await program.call('shares.refresh', undefined);
    } catch (problem) {
      this.#secrets.findings.push(`the list was not brought up to date: ${String(problem).slice(0, 300)}`);
    }
    this.#secrets.learn(await listOf(program));
    // What a person does who reads that it does not run.
    const { status } = await program.call('service.state', undefined);
    if (status === 'failed') await program.call('service.restart', undefined);
  }

  async #restart(): Promise<void> {
    // What is under way is under way when it dies.
    const underWay = this.#random() < 2 / 3 ? [this.#secrets.share(), this.#secrets.share()] : [];
    const how = this.#random() < 3 / 4 ? 'kill' : 'quit';
    this.counts[how === 'kill' ? 'kills' : 'quits'] += 1;
    await wait(between(this.#random, 0, 600));
    const before = this.#trouble;
    let done = (): void => undefined;
    this.#trouble = new Promise((resolve) => (done = resolve));
    await before;
    await this.#stage.restart(how);
    await Promise.all(underWay);
    this.#say(
      `${how === 'kill' ? 'killed' : 'quit'} and started again, ${this.#secrets.all.length} secrets so far`,
    );
    done();
  }

  async #makeTrouble(): Promise<void> {
    for (;;) {
      await wait(between(this.#random, PEACE_MS.least, PEACE_MS.most));
      await this.#trouble;
      if (performance.now() > this.#end) return;
      const trouble = troubles[between(this.#random, 0, troubles.length - 1)] ?? 'network';
      this.suffered[trouble] += 1;
      this.#trouble = suffer(trouble, this.#random, this.#stage);
      await this.#trouble;
    }
  }

  async #sample(): Promise<void> {
    while (performance.now() < this.#end) {
      if (performance.now() > this.#half) this.samples.push(anonymousMiB(this.#stage.program.pid));
      await wait(SAMPLE_MS);
    }
  }
}

/** Starts it once more and lets it come to rest: what waits goes out, and what happened elsewhere is learned. */
async function settle(stage: Stage, secrets: SecretsInUse): Promise<readonly Share[]> {
  await stage.restart('quit');
  const isQuiet = async (): Promise<boolean> => {
    await stage.program.call('shares.refresh', undefined);
    const list = await listOf(stage.program);
    return list.every(isSettled) && findInList(secrets.all, list, Date.now()).length === 0;
  };
  await becomesTrue(isQuiet, SETTLE_MS);
  return listOf(stage.program);
}
