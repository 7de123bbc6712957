import type { ServiceClient } from '../../core/api/client.ts';
import type { ServiceFailure } from '../../core/api/failure.ts';
import type { Capabilities } from '../../core/api/wire.ts';
import type { Result } from '../../core/result.ts';
import type { TimeSpan } from '../network/service-times.ts';

/** One service the program can send to, as it is right now. */
export interface KnownService {
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly origin: string;
  readonly client: ServiceClient;
  /** Settles once it makes sense to ask: at once for all but a service that is just starting. Never rejects. */
  ready(): Promise<void>;
  /**
   * What the service announces; null for a documented-only one. Asked once for each service and run: an
   * answer is kept, a failure is not.
   */
  capabilities(): Promise<Result<Capabilities | null, ServiceFailure>>;
  /** Milliseconds until the rate budget allows a person to make or delete another one; null when at once. */
  delay(kind: 'create' | 'manage'): number | null;
  /** What the rate budget leaves to questions about what was sent. */
  refreshing(): Refreshing;
}

/** In milliseconds. */
export interface Refreshing {
  /** Until the next question may be asked; null when at once. */
  readonly delay: number | null;
  /** Between two questions where nothing makes the program hurry. */
  readonly pace: number;
}

/** Whether a service announces a feature. One that cannot be asked does not. */
export async function offers(service: KnownService | null, feature: string): Promise<boolean> {
  const capabilities = await service?.capabilities();
  return capabilities?.ok === true && capabilities.value?.features.includes(feature) === true;
}

/** The services there are. */
export interface ServiceDirectory {
  byId(id: string): KnownService | null;
  byOrigin(origin: string): KnownService | null;
  /** Origins of every service, for links a person may open. */
  origins(): readonly string[];
  /** Whether a service says how often a secret was opened; null while it was not asked. */
  reports(id: string): boolean | null;
  /** What time it is at the service, in milliseconds since the epoch: its clock decides when secrets expire. */
  now(id: string): number;
  /** The time where it is earliest and latest, at any service or here. */
  span(): TimeSpan;
}
