/**
 * What time it is at a service: it alone decides when a secret expires, and says its time in the `Date` header of
 * each answer (RFC 9110, section 6.6.1). Between answers the time goes on as this computer's does, as long as
 * that can be believed: people set clocks, and computers sleep.
 */

/** Both in milliseconds: since the epoch, and of a clock that nobody can set. */
export interface LocalTime {
  readonly wall: number;
  readonly steady: number;
}

export interface Observation {
  /** By the service, milliseconds since the epoch. */
  readonly said: number;
  readonly at: LocalTime;
}

/** The header has whole seconds and the answer takes its time: less than this is no difference. */
const UNSURE_MS = 2_000;
/** How far the two local clocks may drift apart before one of them was set, or stood still. */
const DRIFT_MS = 5_000;

/** @param header the value of `Date`. Null when it is none. */
export function observe(
  header: string | undefined,
  sent: LocalTime,
  received: LocalTime,
): Observation | null {
  // Only the form HTTP prescribes: `Date.parse` alone takes almost anything for a date.
  const moment =
    header !== undefined && /^[A-Z][a-z]{2}, \d{2} /.test(header) ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(moment)) return null;
  // On average the header is half a second and half the way back behind.
  return { said: moment + 500 + (received.steady - sent.steady) / 2, at: received };
}

/**
 * The service's time now, in milliseconds since the epoch. Where the local clocks disagree about how much time
 * has passed, the steady one is believed: a wall clock that was set back is wrong, and of one that is ahead it
 * is better to say "expired" too late than too soon.
 */
export function timeAt(observation: Observation | null, now: LocalTime): number {
  if (observation === null) return now.wall;
  const { said, at } = observation;
  const byWall = now.wall - at.wall;
  const bySteady = now.steady - at.steady;
  if (Math.abs(byWall - bySteady) > DRIFT_MS) return said + bySteady;
  const estimated = said + byWall;
  return Math.abs(estimated - now.wall) < UNSURE_MS ? now.wall : estimated;
}

/** How far the service's clock is ahead of ours by this, in milliseconds: what is worth keeping over a restart. */
export const leadOf = ({ said, at }: Observation): number => Math.round(said - at.wall);

/** What an earlier run knew, as good as an answer that came just now, until the first that really comes. */
export const remembered = (lead: number, now: LocalTime): Observation => ({ said: now.wall + lead, at: now });

/** Whether two leads are more than a header's coarseness apart. */
export const differ = (one: number, other: number): boolean => Math.abs(one - other) >= UNSURE_MS;

/** After a sleep, which the steady clock may have slept through, the other one is believed. */
export function afterSleep(observation: Observation, now: LocalTime): Observation {
  const slept = now.wall - observation.at.wall - (now.steady - observation.at.steady);
  if (slept <= 0) return observation;
  return { ...observation, at: { ...observation.at, steady: observation.at.steady - slept } };
}
