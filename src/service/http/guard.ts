import { err, ok, type Result } from '../../core/result.ts';
import type { ServiceFailure } from '../failure.ts';
import type { BudgetName, Limits } from '../limits.ts';
import type { Requester } from '../messages/credentials.ts';
import type { Surroundings } from '../ports.ts';
import { type AppContext, refuse } from './answers.ts';
import { readJson } from './body.ts';
import { addressOf, authenticate, type TokenRegister } from './caller.ts';
import { isForeign } from './origin-guard.ts';
import { type Budget, SlidingWindow } from './rate-limit.ts';

export interface GuardDependencies extends Pick<Surroundings, 'clock' | 'schedule'> {
  readonly limits: Limits;
  readonly tokens: TokenRegister;
  readonly boundToLoopback: boolean;
  readonly trustProxy: boolean;
  /** Whether creating takes a token. */
  readonly ownersOnly: boolean;
}

/** A call that has been let through. `body` is what its JSON says, undefined without one. */
type GuardedHandler = (c: AppContext, requester: Requester, body: unknown) => Promise<Response>;

/** Stands in front of a call: where it comes from, who makes it, how often, and what it brings. */
export type Guard = (budget: BudgetName, handler: GuardedHandler) => (c: AppContext) => Promise<Response>;

export function createGuard(dependencies: GuardDependencies): Guard {
  const { clock, limits, schedule, boundToLoopback } = dependencies;
  return (budgetName, handler) => {
    const window = new SlidingWindow(limits.windowMs, clock);
    return async (c) => {
      const { incoming } = c.env;
      if (isForeign(incoming.headers, boundToLoopback)) {
        return refuse(c, { code: 'forbidden', error: 'Calls from other sites are not answered.' });
      }
      const requester = admit(c, window, budgetName, dependencies);
      if (!requester.ok) return refuse(c, requester.error);
      const body = await readJson(incoming, budgetName, limits, schedule);
      return body.ok ? handler(c, requester.value, body.value) : refuse(c, body.error);
    };
  };
}

/** Counts the call and says who makes it. Whoever tries out tokens is counted by address. */
function admit(
  c: AppContext,
  window: SlidingWindow,
  budgetName: BudgetName,
  { clock, limits, tokens, trustProxy, ownersOnly }: GuardDependencies,
): Result<Requester, ServiceFailure> {
  const { incoming } = c.env;
  const requester = authenticate(incoming.headers.authorization, tokens);
  const ownerHash = requester.ok ? requester.value.ownerHash : null;
  const { anonymous, token } = limits.budgets[budgetName];
  const budget =
    ownerHash === null
      ? window.take(`address ${addressOf(incoming, trustProxy)}`, anonymous)
      : window.take(`token ${Buffer.from(ownerHash).toString('hex')}`, token);
  announce(c, budget, clock());
  if (!budget.allowed) {
    return err({ code: 'rate-limited', error: 'Too many requests. Please wait and try again.' });
  }
  if (requester.ok && ownersOnly && budgetName === 'create' && ownerHash === null) {
    return err({ code: 'unauthorized', error: 'This service stores messages of its owner only.' });
  }
  return requester.ok ? ok(requester.value) : requester;
}

/** `X-RateLimit-Reset` is in seconds since the epoch, `Retry-After` in seconds from now. */
function announce(c: AppContext, { allowed, limit, remaining, resetsAt }: Budget, now: number): void {
  c.header('X-RateLimit-Limit', String(limit));
  c.header('X-RateLimit-Remaining', String(remaining));
  c.header('X-RateLimit-Reset', String(Math.ceil(resetsAt / 1000)));
  if (!allowed) c.header('Retry-After', String(Math.max(1, Math.ceil((resetsAt - now) / 1000))));
}
