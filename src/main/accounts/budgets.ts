import { z } from 'zod';
import {
  ANONYMOUS_LIMIT,
  type Budget,
  budgetSchema,
  delay,
  learn,
  newBudget,
  remaining,
  type Remaining,
  spend,
  TOKEN_LIMIT,
} from '../../core/api/budget.ts';
import type { Http, HttpRequest } from '../../core/api/http.ts';
import type { Clock } from '../../core/ports.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';
import type { Account } from './account.ts';

const fileSchema = z.object({ version: z.literal(1), budgets: z.record(z.string(), budgetSchema) });

/** The rate budget of each identifier, counted over restarts. */
export interface Budgets {
  remaining(account: Pick<Account, 'id' | 'auth'>): Remaining;
  /** Milliseconds until a request may be made; null when at once. */
  delay(account: Pick<Account, 'id' | 'auth'>): number | null;
  /** The network as one account has it: each request is counted before it leaves, each answer learnt from. */
  counting(http: Http, account: Pick<Account, 'id' | 'auth'>): Http;
}

/** @param onChange called after each count, so that what is left can be told before it runs out */
export function openBudgets(file: string, clock: Clock, onChange: () => void): Budgets {
  const outcome = readJsonFile(file, fileSchema, clock());
  const budgets = new Map(outcome.kind === 'read' ? Object.entries(outcome.value.budgets) : []);
  // By address and by token are two identifiers at the service, so they are two here.
  const keyOf = ({ id, auth }: Pick<Account, 'id' | 'auth'>): string => `${id}:${auth}`;
  const of = (account: Pick<Account, 'id' | 'auth'>): Budget =>
    budgets.get(keyOf(account)) ?? newBudget(account.auth === 'token' ? TOKEN_LIMIT : ANONYMOUS_LIMIT);
  const set = (account: Pick<Account, 'id' | 'auth'>, budget: Budget): void => {
    budgets.set(keyOf(account), budget);
    try {
      writeJsonFile(file, { version: 1, budgets: Object.fromEntries(budgets) });
    } catch {
      // A count that cannot be stored still holds for this run; the service has the last word anyway.
    }
    onChange();
  };

  return {
    remaining: (account) => remaining(of(account), clock()),
    delay: (account) => delay(of(account), clock()),
    counting: (http, account) => ({
      async send(request) {
        // Only creating is documented to be limited; what an extension's answer counts is something else.
        if (!isCreate(request)) return http.send(request);
        set(account, spend(of(account), clock()));
        const outcome = await http.send(request);
        if (outcome.ok) set(account, learn(of(account), outcome.value, clock()));
        return outcome;
      },
    }),
  };
}

const isCreate = ({ method, url }: HttpRequest): boolean =>
  method === 'POST' && url.endsWith('/api/messages');
