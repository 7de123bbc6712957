import { createClient } from '../../src/core/api/client.ts';
import type { Http } from '../../src/core/api/http.ts';
import type { ApiToken } from '../../src/core/api/token.ts';
import type { Capabilities } from '../../src/core/api/wire.ts';
import { createUtf8 } from '../../src/core/envelope/utf8.ts';
import { ok } from '../../src/core/result.ts';
import type { KnownService, Refreshing, ServiceDirectory } from '../../src/main/shares/directory.ts';

export interface TestDirectory extends ServiceDirectory {
  /** What the rate budget says; null for "at once". */
  delay: number | null;
  /** What it leaves to questions about what was sent. */
  refreshing: Refreshing;
  /** Whether the account is still there. */
  isThere: boolean;
  clock: () => number;
  /** How far the service's clock is ahead, in milliseconds. */
  lead: number;
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
    refreshing: () => directory.refreshing,
    async capabilities() {
      if (known !== undefined) return ok(known);
      const asked = await client.capabilities();
      if (asked.ok) known = asked.value;
      return asked;
    },
  };
  const directory: TestDirectory = {
    delay: null,
    refreshing: { delay: null, pace: 0 },
    isThere: true,
    clock: Date.now,
    lead: 0,
    forget() {
      known = undefined;
    },
    byId: (wanted) => (wanted === id && directory.isThere ? service : null),
    byOrigin: (wanted) => (wanted === origin ? service : null),
    origins: () => [origin],
    now: () => directory.clock() + directory.lead,
    span: () => ({
      earliest: directory.clock() + Math.min(0, directory.lead),
      latest: directory.clock() + Math.max(0, directory.lead),
    }),
    reports: () => (known === undefined ? null : known?.features.includes('status') === true),
  };
  return directory;
}
