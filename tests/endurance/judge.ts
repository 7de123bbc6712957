/** What must hold at the end of a long run. Each finding is a sentence; none means that all is well. */
import type { SendOutput, Share } from '../../src/shared/bridge/models.ts';

/** A secret that was handed to the program, and what became of it as far as whoever used it knows. */
export interface Handed {
  readonly name: string;
  readonly maxAccess: number | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number | null;
  /** Null when the program was killed before it could answer. */
  readonly answer: SendOutput | null;
  /** At least and at most so often: an answer that was lost may have counted. */
  readonly opened: { readonly least: number; readonly most: number };
  readonly deleted: 'no' | 'maybe' | 'yes';
}

/** How much the memory may grow from the beginning of the long stretch to its end. */
const MOST_GROWTH = 0.1;

/** What a list says about everything that was handed over, once nothing is under way any more. */
export function findInList(handed: readonly Handed[], list: readonly Share[], now: number): string[] {
  const byName = Map.groupBy(list, ({ name }) => name);
  const known = new Set(handed.map(({ name }) => name));
  return [
    ...handed.flatMap((secret) => findAbout(secret, byName.get(secret.name) ?? [], now)),
    ...list.filter(({ name }) => name === null || !known.has(name)).map(() => 'a secret nobody handed over'),
  ];
}

function findAbout(secret: Handed, lines: readonly Share[], now: number): string[] {
  const { name, answer } = secret;
  const [line] = lines;
  if (lines.length > 1) return [`${name} is in the list ${lines.length} times`];
  if (answer !== null && !('share' in answer)) return [`${name} was ${answer.outcome}`];
  if (line === undefined)
    return answer === null ? [] : [`${name} was ${answer.outcome} and is not in the list`];
  const isOtherLink = answer?.outcome === 'sent' && answer.share.link !== line.link;
  return [
    ...(isOtherLink ? [`${name} has another link than the one acknowledged`] : []),
    ...findState(secret, line, now),
  ];
}

/** What a line may say, by all that happened to it. */
function findState(secret: Handed, line: Share, now: number): string[] {
  const { name, maxAccess, opened, deleted, expiresAt } = secret;
  const { state, accessCount } = line;
  const hasExpired = expiresAt !== null && expiresAt <= now;
  const allowed = new Set<Share['state']>([
    ...(deleted === 'no' ? [] : (['deleted'] as const)),
    // Its moment may pass while it waits.
    ...(hasExpired ? (['expired', 'overdue'] as const) : []),
    ...(maxAccess !== null && opened.most >= maxAccess ? (['used-up'] as const) : []),
    ...(deleted === 'yes' || hasExpired ? [] : openStates(opened)),
  ]);
  if (!allowed.has(state)) return [`${name} is ${state}, not ${[...allowed].join(' or ')}`];
  // Nobody is asked any more about what was deleted: an opening just before may never be learned of.
  const least = state === 'deleted' ? 0 : opened.least;
  if (accessCount !== null && (accessCount < least || accessCount > opened.most))
    return [`${name} was opened ${opened.least} to ${opened.most} times, not ${accessCount}`];
  return [];
}

function openStates({ least, most }: Handed['opened']): readonly Share['state'][] {
  return [...(least === 0 ? (['active'] as const) : []), ...(most > 0 ? (['opened'] as const) : [])];
}

/** What a service has and the list does not, and the other way round. @param stored message ids at the service */
export function findAtService(stored: readonly string[], list: readonly Share[], service: string): string[] {
  const listed = new Set(list.flatMap(({ messageId }) => (messageId === null ? [] : [messageId])));
  const there = new Set(stored);
  return [
    ...stored
      .filter((id) => !listed.has(id))
      .map(() => `${service} has a message that is in no list: doubled`),
    ...[...listed]
      .filter((id) => !there.has(id))
      .map(() => `a message in the list is not at ${service}: lost`),
  ];
}

/** @param samples of memory in one stretch without a restart, in any unit, oldest first */
export function growthOf(samples: readonly number[]): number {
  const third = Math.floor(samples.length / 3);
  if (third === 0) return 0;
  const middle = (part: readonly number[]): number =>
    part.toSorted((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
  return middle(samples.slice(-third)) / middle(samples.slice(0, third)) - 1;
}

export const findGrowth = (samples: readonly number[]): string[] =>
  growthOf(samples) > MOST_GROWTH
    ? [`the memory grew by ${(growthOf(samples) * 100).toFixed(1)} % in one stretch`]
    : [];
