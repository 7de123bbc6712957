import { z } from 'zod';
import {
  afterSleep,
  differ,
  leadOf,
  type LocalTime,
  type Observation,
  observe,
  remembered,
  timeAt,
} from '../../core/api/service-clock.ts';
import type { Http } from '../../core/api/http.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';

/** What time it is at each service, learned from every answer and kept over a restart. */
export interface ServiceTimes {
  /** The network as one account has it: each answer says the time. */
  watching(http: Http, accountId: string): Http;
  /** Milliseconds since the epoch; this computer's time while the service has never said anything. */
  at(accountId: string): number;
  /** The earliest and the latest of them and of ours. */
  span(): TimeSpan;
  /** The computer has slept: the time went on. */
  slept(): void;
}

/** In milliseconds since the epoch. */
export interface TimeSpan {
  readonly earliest: number;
  readonly latest: number;
}

/** Milliseconds by which the clock of each account's service is ahead of this computer's. */
const fileSchema = z.object({ version: z.literal(1), leads: z.record(z.string(), z.int()) });

export interface ServiceTimesParts {
  /** Both clocks of this computer, read at once. */
  readonly local: () => LocalTime;
  readonly file: string;
  /** Whether there still is such an account: what is known of another is dropped. */
  readonly isKnown: (accountId: string) => boolean;
}

export function openServiceTimes({ local, file, isKnown }: ServiceTimesParts): ServiceTimes {
  const start = local();
  const outcome = readJsonFile(file, fileSchema, start.wall);
  const leads = new Map(outcome.kind === 'read' ? Object.entries(outcome.value.leads) : []);
  const observations = new Map<string, Observation>();
  for (const [id, lead] of leads) observations.set(id, remembered(lead, start));

  const learn = (id: string, seen: Observation): void => {
    observations.set(id, seen);
    const lead = leadOf(seen);
    // Clocks that agree need no file; nor does what the file says already.
    if (!differ(lead, leads.get(id) ?? 0)) return;
    leads.set(id, lead);
    try {
      const kept = [...leads].filter(([each, value]) => isKnown(each) && differ(value, 0));
      writeJsonFile(file, { version: 1, leads: Object.fromEntries(kept) });
    } catch {
      // Known in this run all the same; the next learns it from the first answer.
    }
  };

  return {
    watching: (http, accountId) => ({
      async send(request) {
        const sent = local();
        const outcome = await http.send(request);
        const seen = outcome.ok ? observe(outcome.value.headers['date'], sent, local()) : null;
        if (seen !== null) learn(accountId, seen);
        return outcome;
      },
    }),
    at: (accountId) => timeAt(observations.get(accountId) ?? null, local()),
    span() {
      const now = local();
      const all = [now.wall, ...[...observations.values()].map((seen) => timeAt(seen, now))];
      return { earliest: Math.min(...all), latest: Math.max(...all) };
    },
    slept() {
      const now = local();
      for (const [id, observation] of observations) observations.set(id, afterSleep(observation, now));
    },
  };
}

export const localTime = (): LocalTime => ({ wall: Date.now(), steady: performance.now() });
