import { createClient } from '../../src/core/api/client.ts';
import type { Http } from '../../src/core/api/http.ts';
import type { ApiToken } from '../../src/core/api/token.ts';
import type { Capabilities } from '../../src/core/api/wire.ts';
import { createUtf8 } from '../../src/core/envelope/utf8.ts';
import { ok } from '../../src/core/result.ts';
import type { KnownService, ServiceDirectory } from '../../src/main/shares/directory.ts';

export interface TestDirectory extends ServiceDirectory {
  /** What the rate budget says; null for "at once". */
  delay: number | null;
  /** Whether the account is still there. */
  isThere: boolean;
  clock: () => number;
  /** The service is asked anew what it can do. */
  forget(): void;
}

/** A directory of one service, reached over the given network. */
export function createTestDirectory(http: Http, origin: string, id = 'builtin'): TestDirectory {
  const token = 'enigma_abcdefgh' as ApiToken;
  const client = createClient(
    http,
    { origin, token: () => Promise.resolve(ok(token)) },
    createUtf8(TextEncoder, TextDecoder),
  );
  let known: Capabilities | null | undefined;
  const service: KnownService = {
    id,
    name: 'Test service',
    origin,
    client,
    ready: () => Promise.resolve(),
    delay: () => directory.delay,
    async capabilities() {
      if (known !== undefined) return ok(known);
      const asked = await client.capabilities();
      if (asked.ok) known = asked.value;
      return asked;
    },
  };
  const directory: TestDirectory = {
    delay: null,
    isThere: true,
    clock: Date.now,
    forget() {
      known = undefined;
    },
    byId: (wanted) => (wanted === id && directory.isThere ? service : null),
    byOrigin: (wanted) => (wanted === origin ? service : null),
    origins: () => [origin],
    now: () => directory.clock(),
    reports: () => (known === undefined ? null : known?.features.includes('status') === true),
  };
  return directory;
}
