import {
  afterSleep,
  type LocalTime,
  type Observation,
  observe,
  timeAt,
} from '../../core/api/service-clock.ts';
import type { Http } from '../../core/api/http.ts';

/** What time it is at each service, learned from every answer of this run. */
export interface ServiceTimes {
  /** The network as one account has it: each answer says the time. */
  watching(http: Http, accountId: string): Http;
  /** Milliseconds since the epoch; this computer's time while the service has said nothing. */
  at(accountId: string): number;
  /** The computer has slept: the time went on. */
  slept(): void;
}

/** @param local both clocks of this computer, read at once */
export function createServiceTimes(local: () => LocalTime): ServiceTimes {
  const observations = new Map<string, Observation>();
  return {
    watching: (http, accountId) => ({
      async send(request) {
        const sent = local();
        const outcome = await http.send(request);
        const seen = outcome.ok ? observe(outcome.value.headers['date'], sent, local()) : null;
        if (seen !== null) observations.set(accountId, seen);
        return outcome;
      },
    }),
    at: (accountId) => timeAt(observations.get(accountId) ?? null, local()),
    slept() {
      const now = local();
      for (const [id, observation] of observations) observations.set(id, afterSleep(observation, now));
    },
  };
}

export const localTime = (): LocalTime => ({ wall: Date.now(), steady: performance.now() });
