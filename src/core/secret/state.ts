/** What is known about one sent secret, and from whom. All times are ISO 8601 in UTC. */
export interface Evidence {
  /** Where the request stands on our side. */
  readonly delivery: 'waiting' | 'uncertain' | 'delivered';
  readonly expiresAt: string | null;
  readonly maxAccess: number | null;
  /** When the service confirmed a deletion we asked for, or null. */
  readonly deletedAt: string | null;
  /** The newest word of the service, or null when it has said nothing (or cannot). */
  readonly report: ServiceReport | null;
}

export interface ServiceReport {
  readonly state: 'active' | 'exhausted' | 'expired' | 'deleted' | 'unknown' | 'forbidden';
  /** How often the secret was fetched, or null where the service did not say. */
  readonly accessCount: number | null;
}

export const secretStates = [
  'waiting',
  /** Its expiry passed before it could be sent: the person decides what becomes of it. */
  'overdue',
  'uncertain',
  'active',
  'opened',
  'used-up',
  'expired',
  'deleted',
  'unknown',
  'not-reported',
] as const;
export type SecretState = (typeof secretStates)[number];

/** The states a secret goes through when nothing more is learned of it: one now, and another from a moment on. */
export interface Course {
  readonly before: SecretState;
  /** Milliseconds since the epoch by the service's clock, or null where time changes nothing. */
  readonly turnsAt: number | null;
  readonly after: SecretState;
}

/**
 * From evidence alone to what may be said: it never claims more than was seen. "Opened" and "used up" need the
 * service's word; expiry and our own deletion are knowledge of our own.
 */
export const courseOf = (
  evidence: Pick<Evidence, 'delivery' | 'expiresAt' | 'deletedAt' | 'report'>,
): Course =>
  courseIn(
    evidence.delivery,
    evidence.expiresAt === null ? null : Date.parse(evidence.expiresAt),
    evidence.deletedAt !== null,
    evidence.report,
  );

/** The same from its parts. @param expiresAt milliseconds since the epoch */
export function courseIn(
  delivery: Evidence['delivery'],
  expiresAt: number | null,
  isDeleted: boolean,
  report: ServiceReport | null,
): Course {
  if (delivery === 'uncertain') return always('uncertain');
  if (delivery === 'waiting') return { before: 'waiting', turnsAt: expiresAt, after: 'overdue' };
  if (isDeleted) return always('deleted');
  const told = report === null ? 'not-reported' : fromReport(report);
  // What the service says has ended it is more important than that its time has passed, too.
  return told === 'deleted' || told === 'used-up' || told === 'expired'
    ? always(told)
    : { before: told, turnsAt: expiresAt, after: 'expired' };
}

const always = (state: SecretState): Course => ({ before: state, turnsAt: null, after: state });

/** @param now milliseconds since the epoch, by the clock of the service that counts the time */
export const stateAt = ({ before, turnsAt, after }: Course, now: number): SecretState =>
  turnsAt !== null && turnsAt <= now ? after : before;

/** The state of a sent secret at a moment of the service's clock. */
export const secretState = (evidence: Evidence, now: number): SecretState => stateAt(courseOf(evidence), now);

/** States after which a service has nothing more to tell. */
const ENDED: readonly SecretState[] = ['used-up', 'expired', 'deleted', 'unknown'];
export const hasEnded = (state: SecretState): boolean => ENDED.includes(state);

function fromReport({ state, accessCount }: ServiceReport): SecretState {
  switch (state) {
    case 'exhausted':
      return 'used-up';
    case 'forbidden':
      return 'not-reported';
    case 'active':
      return (accessCount ?? 0) > 0 ? 'opened' : 'active';
    default:
      return state;
  }
}
