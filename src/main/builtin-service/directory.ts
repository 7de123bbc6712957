import { createClient } from '../../core/api/client.ts';
import type { Http } from '../../core/api/http.ts';
import type { Capabilities } from '../../core/api/wire.ts';
import type { Utf8 } from '../../core/ports.ts';
import type { KnownService, ServiceDirectory } from '../shares/directory.ts';

/** Kept in the list of sent secrets: never changed. */
const BUILTIN_ID = 'builtin';

export interface BuiltinParts {
  readonly http: Http;
  readonly utf8: Utf8;
  readonly token: string;
  /** Where the built-in service is now. */
  readonly origin: () => string;
  /** Settles when it has started or will not. */
  readonly ready: () => Promise<void>;
}

/** The directory of a program whose only service is the one it brings along. */
export function createBuiltinDirectory({ http, utf8, token, origin, ready }: BuiltinParts): ServiceDirectory {
  const client = () => createClient(http, { origin: origin(), token }, utf8);
  let known: Capabilities | null = null;
  const service = (): KnownService => ({
    id: BUILTIN_ID,
    name: 'Built-in service',
    origin: origin(),
    client: client(),
    ready,
    async capabilities() {
      known ??= await client().capabilities();
      return known;
    },
  });
  return {
    current: service,
    byId: (id) => (id === BUILTIN_ID ? service() : null),
    byOrigin: (wanted) => (wanted === origin() ? service() : null),
    origins: () => [origin()],
  };
}
