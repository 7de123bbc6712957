import { z } from 'zod';
import {
  ANONYMOUS_LIMIT,
  announcedLimit,
  type Budget,
  budgetSchema,
  delay,
  learn,
  newBudget,
  remaining,
  type Remaining,
  spend,
  TOKEN_LIMIT,
  unaskedDelay,
  unaskedPace,
} from '../../core/api/budget.ts';
import type { Http, HttpRequest } from '../../core/api/http.ts';
import type { Clock } from '../../core/ports.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';
import type { Account } from './account.ts';

const fileSchema = z.object({ version: z.literal(1), budgets: z.record(z.string(), budgetSchema) });

/** What a request is for: making a secret, reading one, or looking after those that were made. */
export type RequestKind = 'create' | 'open' | 'manage';
type Who = Pick<Account, 'id' | 'auth'>;

/** The rate budget of each identifier, counted over restarts. */
export interface Budgets {
  /** Of new secrets, for people. */
  remaining(account: Who): Remaining;
  /** Milliseconds until a request may be made; null when at once. */
  delay(account: Who, kind: RequestKind): number | null;
  /** The same for a question about what was sent, which leaves room for what a person wants to do. */
  refreshDelay(account: Who): number | null;
  /** Milliseconds between two such questions where nothing makes the program hurry. */
  refreshPace(account: Who): number;
  /** The network as one account has it: each request is counted before it leaves, each answer learnt from. */
  counting(http: Http, account: Who): Http;
}

/** @param onChange called after each count, so that what is left can be told before it runs out */
export function openBudgets(file: string, clock: Clock, onChange: () => void): Budgets {
  const outcome = readJsonFile(file, fileSchema, clock());
  const budgets = new Map(outcome.kind === 'read' ? Object.entries(outcome.value.budgets) : []);
  // By address and by token are two identifiers at the service, so they are two here.
  const sharedKey = ({ id, auth }: Who): string => `${id}:${auth}`;
  const ownKey = (account: Who, kind: RequestKind): string => `${sharedKey(account)}:${kind}`;
  /** All requests count together, but for the kinds a service has said to count by themselves. */
  const keyOf = (account: Who, kind: RequestKind): string =>
    budgets.has(ownKey(account, kind)) ? ownKey(account, kind) : sharedKey(account);
  const of = (account: Who, kind: RequestKind): Budget =>
    budgets.get(keyOf(account, kind)) ?? newBudget(account.auth === 'token' ? TOKEN_LIMIT : ANONYMOUS_LIMIT);
  const set = (account: Who, key: string, budget: Budget): void => {
    budgets.set(key, budget);
    try {
      writeJsonFile(file, { version: 1, budgets: Object.fromEntries(budgets) });
    } catch {
      // A count that cannot be stored still holds for this run; the service has the last word anyway.
    }
    if (key === sharedKey(account)) onChange();
  };
  /** A limit that is not the one for new secrets belongs to a count of its own. */
  const separate = (account: Who, kind: RequestKind, announced: number | null): void => {
    const shared = of(account, kind);
    if (kind === 'create' || announced === null || announced < 1 || announced === shared.limit) return;
    if (keyOf(account, kind) === sharedKey(account)) budgets.set(ownKey(account, kind), newBudget(announced));
  };

  return {
    remaining: (account) => remaining(of(account, 'create'), clock()),
    delay: (account, kind) => delay(of(account, kind), clock()),
    refreshDelay: (account) => unaskedDelay(of(account, 'manage'), clock()),
    refreshPace: (account) => unaskedPace(of(account, 'manage').limit),
    counting: (http, account) => ({
      async send(request) {
        const kind = kindOf(request);
        if (kind === null) return http.send(request);
        const isUnasked = request.url.endsWith('/status');
        set(account, keyOf(account, kind), spend(of(account, kind), clock(), isUnasked));
        const outcome = await http.send(request);
        if (!outcome.ok) return outcome;
        separate(account, kind, announcedLimit(outcome.value));
        set(account, keyOf(account, kind), learn(of(account, kind), outcome.value, clock()));
        return outcome;
      },
    }),
  };
}

/** Null for what is asked once a run and not about any secret: what a service can do. */
function kindOf({ method, url }: HttpRequest): RequestKind | null {
  if (method === 'GET') return null;
  if (method === 'DELETE' || url.endsWith('/status')) return 'manage';
  return url.endsWith('/open') ? 'open' : 'create';
}
