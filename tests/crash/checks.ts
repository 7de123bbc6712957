/** What must hold after a kill and at the end. Each finding is a sentence; none means that all is well. */
import type { SendOutput, Share } from '../../src/shared/bridge/models.ts';
import type { SealedSecret } from './secrets.ts';
import type { Snapshot } from './snapshots.ts';

/** A secret that was handed to the program, and what it answered; null when it was killed before it could. */
export interface Attempt {
  readonly secret: Pick<SealedSecret, 'name' | 'digest'>;
  readonly answer: SendOutput | null;
}

type Acknowledged = Attempt & { readonly answer: Extract<SendOutput, { outcome: 'sent' }> };

export const isAcknowledged = (attempt: Attempt): attempt is Acknowledged =>
  attempt.answer?.outcome === 'sent';

/** What the files alone must say of everything tried so far, whenever the program died. */
export function findInSnapshot(snapshot: Snapshot, attempts: readonly Attempt[]): string[] {
  const { damage, shares, outbox, messages } = snapshot;
  const waiting = new Set(outbox.map(({ id }) => id));
  const deliveries = new Map(shares.map(({ id, delivery }) => [id, delivery]));
  const stored = new Map(messages.map(({ messageId, digest }) => [messageId, digest]));
  const delivered = shares.filter(({ delivery }) => delivery === 'delivered');
  const underway = new Set(outbox.map(({ digest }) => digest));
  const answered = messages.filter(({ digest }) => !underway.has(digest));
  return [
    ...damage.map((found) => `a database is damaged: ${found}`),
    ...repeated(messages).map((digest) => `${nameOf(digest, attempts)} is at the service twice`),
    ...repeated(outbox).map((digest) => `${nameOf(digest, attempts)} is in the outbox twice`),
    ...delivered
      .filter(({ id }) => waiting.has(id))
      .map(({ id }) => `${id} is delivered and in the outbox, too`),
    ...shares
      .filter(({ id, delivery }) => delivery !== 'delivered' && !waiting.has(id))
      .map(({ id, delivery }) => `${id} is listed as ${delivery}, but its envelope is gone`),
    ...(answered.length === delivered.length
      ? []
      : [`the list has ${delivered.length} delivered, the service has ${answered.length} of them`]),
    ...attempts
      .filter(isAcknowledged)
      .flatMap(({ secret, answer: { share } }) => [
        ...(deliveries.get(share.id) === 'delivered' ? [] : [`${secret.name} was acknowledged, not kept`]),
        ...(share.messageId !== null && stored.get(share.messageId) === secret.digest
          ? []
          : [`${secret.name} was acknowledged, but is not at the service`]),
      ]),
  ];
}

/** What the last start must have made of it. */
export function findAtTheEnd(
  attempts: readonly Attempt[],
  list: readonly Share[],
  snapshot: Snapshot,
): string[] {
  const byName = Map.groupBy(list, ({ name }) => name);
  const stored = new Map(snapshot.messages.map(({ messageId, digest }) => [messageId, digest]));
  const waiting = new Map(snapshot.outbox.map(({ id, digest }) => [id, digest]));
  const listed = new Set(list.map(({ messageId }) => messageId));
  return [
    ...findInSnapshot(snapshot, attempts),
    ...attempts.flatMap((attempt) => {
      const lines = byName.get(attempt.secret.name) ?? [];
      return [
        ...findAnswer(attempt),
        ...findLines(attempt, lines),
        ...lines.flatMap((share) => findPlace(attempt, share, stored, waiting)),
      ];
    }),
    ...snapshot.messages
      .filter(({ messageId }) => !listed.has(messageId))
      .map(({ digest }) => `${nameOf(digest, attempts)} is at the service and not in the list`),
  ];
}

/** With the built-in service there is no reason to say no. */
function findAnswer({ secret, answer }: Attempt): string[] {
  if (answer?.outcome === 'refused') return [`${secret.name} was refused: ${answer.reason.code}`];
  return answer?.outcome === 'invalid' ? [`${secret.name} was not taken: ${answer.why}`] : [];
}

function findLines(attempt: Attempt, lines: readonly Share[]): string[] {
  const { secret, answer } = attempt;
  if (lines.length > 1) return [`${secret.name} is in the list ${lines.length} times`];
  const isAccepted = answer !== null && 'share' in answer;
  if (isAccepted && lines.length === 0)
    return [`${secret.name} was ${answer.outcome} and is not in the list`];
  if (!isAcknowledged(attempt) || lines.every(({ link }) => link === attempt.answer.share.link)) return [];
  return [`${secret.name} has another link than the one acknowledged`];
}

/** In the outbox or delivered, with the very same envelope there. */
function findPlace(
  { secret: { name, digest } }: Attempt,
  share: Share,
  stored: ReadonlyMap<string, string>,
  waiting: ReadonlyMap<string, string>,
): string[] {
  if (share.state === 'waiting' || share.state === 'uncertain') {
    return waiting.get(share.id) === digest
      ? [`${name} is still ${share.state} (${share.reason?.code ?? 'not tried'})`]
      : [`${name} is ${share.state}, but its envelope is not in the outbox`];
  }
  return share.messageId !== null && share.link !== null && stored.get(share.messageId) === digest
    ? []
    : [`${name} is ${share.state}, but not at the service`];
}

function repeated(rows: readonly { readonly digest: string }[]): string[] {
  const groups = Map.groupBy(rows, ({ digest }) => digest);
  return [...groups].filter(([, same]) => same.length > 1).map(([digest]) => digest);
}

const nameOf = (digest: string, attempts: readonly Attempt[]): string =>
  attempts.find(({ secret }) => secret.digest === digest)?.secret.name ?? 'a secret nobody sent';
