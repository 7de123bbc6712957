/** What was handed to the program in a long run, and what its user and the recipients did with it. */
import type { SendOutput, Share } from '../../src/shared/bridge/models.ts';
import { between, type Random } from '../crash/random.ts';
import { digestOf, sealSecret } from '../crash/secrets.ts';
import type { Handed } from './judge.ts';
import type { Stage } from './stage.ts';

/** A recipient who gets no answer for so long gives up. */
const PATIENCE_MS = 4_000;
/** Some expire while the run goes on. */
const SHORT_LIFE_MS = 90_000;

export interface Used extends Handed {
  readonly digest: string;
  answer: SendOutput | null;
  /** As the program last listed it. */
  share: Share | null;
  opened: { least: number; most: number };
  deleted: Handed['deleted'];
}

export class SecretsInUse {
  readonly all: Used[] = [];
  readonly findings: string[] = [];
  readonly #random: Random;
  readonly #stage: Stage;
  #count = 0;

  constructor(random: Random, stage: Stage) {
    this.#random = random;
    this.#stage = stage;
  }

  /** Settles when the program has answered, or died. */
  async share(): Promise<void> {
    const random = this.#random;
    const length = random() < 1 / 20 ? between(random, 50_000, 400_000) : between(random, 1, 2_000);
    this.#count += 1;
    const sealed = await sealSecret(`secret ${this.#count}`, length);
    const maxAccess = random() < 1 / 4 ? null : between(random, 1, 2);
    const expiresAt = random() < 1 / 6 ? Date.now() + SHORT_LIFE_MS : null;
    const used: Used = {
      ...{ name: sealed.name, digest: sealed.digest, maxAccess, expiresAt, answer: null, share: null },
      ...{ opened: { least: 0, most: 0 }, deleted: 'no' },
    };
    this.all.push(used);
    const { program, accountId } = this.#stage;
    used.answer = await program
      .call('shares.send', {
        accountId: random() < 1 / 2 ? 'builtin' : accountId,
        ...{ name: sealed.name, envelope: sealed.envelope },
        policy: { expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(), maxAccess },
      })
      // What dies with the program rejects: no answer is what the person has then, too.
      .catch(() => null);
    if (used.answer !== null && 'share' in used.answer) used.share = used.answer.share;
  }

  /** What the list says has become of what waited. */
  learn(list: readonly Share[]): void {
    const byName = new Map(list.map((share) => [share.name, share]));
    for (const used of this.all) used.share = byName.get(used.name) ?? used.share;
  }

  /** A recipient opens one; its text has to be the one that was sealed. */
  async open(): Promise<void> {
    const used = this.#pick();
    const link = used?.share?.link;
    if (used === undefined || link === undefined || link === null) return;
    // It counts from when it is asked: an answer that is lost may have been one.
    used.opened.most += 1;
    const answer = await fetch(`${link.replace('/s/', '/api/messages/')}/open`, {
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch(() => null);
    if (answer === null) return;
    const body = (await answer.json().catch(() => null)) as { data?: { encryptedContent?: string } } | null;
    if (body === null) return;
    const envelope = body.data?.encryptedContent;
    if (envelope === undefined) {
      used.opened.most -= 1;
      if (this.#isSurelyThere(used)) this.findings.push(`${used.name} could not be opened: ${answer.status}`);
      return;
    }
    used.opened.least += 1;
    if (digestOf(envelope) !== used.digest) this.findings.push(`${used.name} came out as something else`);
  }

  async remove(): Promise<void> {
    const used = this.#pick();
    if (used?.share === undefined || used.share === null) return;
    used.deleted = 'maybe';
    const answer = await this.#stage.program.call('shares.delete', { id: used.share.id }).catch(() => null);
    if (answer?.outcome === 'deleted') used.deleted = 'yes';
  }

  /** One that has a link and has not been taken back. */
  #pick(): Used | undefined {
    const there = this.all.filter(({ share, deleted }) => (share?.link ?? null) !== null && deleted === 'no');
    return there[between(this.#random, 0, Math.max(0, there.length - 1))];
  }

  #isSurelyThere({ maxAccess, opened, deleted, expiresAt }: Used): boolean {
    const isUsedUp = maxAccess !== null && opened.most >= maxAccess;
    return deleted === 'no' && !isUsedUp && (expiresAt === null || expiresAt > Date.now());
  }
}
