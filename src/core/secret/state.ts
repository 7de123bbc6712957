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
  if (evidence.delivery === 'uncertain') return 'uncertain';
  if (evidence.delivery === 'waiting') return hasPassed(evidence.expiresAt, now) ? 'overdue' : 'waiting';
  if (evidence.deletedAt !== null || evidence.report?.state === 'deleted') return 'deleted';
  // Used up comes before expired: a reader came first, and that is the more important word.
  if (evidence.report?.state === 'exhausted') return 'used-up';
  if (evidence.report?.state === 'expired' || hasPassed(evidence.expiresAt, now)) return 'expired';
  if (evidence.report === null || evidence.report.state === 'forbidden') return 'not-reported';
  if (evidence.report.state === 'unknown') return 'unknown';
  return (evidence.report.accessCount ?? 0) > 0 ? 'opened' : 'active';
}

function hasPassed(moment: string | null, now: number): boolean {
  return moment !== null && Date.parse(moment) <= now;
}
