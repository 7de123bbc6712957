import type { ServiceClient } from '../../core/api/client.ts';
import type { Capabilities } from '../../core/api/wire.ts';

/** One service the program can send to, as it is right now. */
export interface KnownService {
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly origin: string;
  readonly client: ServiceClient;
  /** Settles once it makes sense to ask: at once for all but a service that is just starting. Never rejects. */
  ready(): Promise<void>;
  /** Asked once for each service and run; null for a documented-only one. */
  capabilities(): Promise<Capabilities | null>;
}

/** The services there are. */
export interface ServiceDirectory {
  /** Where new secrets go. */
  current(): KnownService;
  byId(id: string): KnownService | null;
  byOrigin(origin: string): KnownService | null;
  /** Origins of every service, for links a person may open. */
  origins(): readonly string[];
}
