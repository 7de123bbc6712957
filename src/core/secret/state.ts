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

/**
 * The state of a sent secret, from evidence alone: it never claims more than was seen. "Opened" and "used up"
 * need the service's word; expiry and our own deletion are knowledge of our own.
 *
 * @param now milliseconds since the epoch
 */
export function secretState(evidence: Evidence, now: number): SecretState {
  const { delivery, deletedAt, report } = evidence;
  const isOver = evidence.expiresAt !== null && Date.parse(evidence.expiresAt) <= now;
  if (delivery === 'uncertain') return 'uncertain';
  if (delivery === 'waiting') return isOver ? 'overdue' : 'waiting';
  if (deletedAt !== null) return 'deleted';
  const told = report === null ? 'not-reported' : fromReport(report);
  // What the service says has ended it is more important than that its time has passed, too.
  return isOver && told !== 'deleted' && told !== 'used-up' ? 'expired' : told;
}

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
