import { MAX_ACCESS_LIMIT } from '../core/secret/policy.ts';

/** What the service accepts. Announced by the capabilities call where a client can make use of it. */
export interface Limits {
  /** The longest `encryptedContent`, in bytes (it is ASCII). */
  readonly maxContentBytes: number;
  readonly maxAccess: number;
  /** The farthest `expiresAt`, in seconds from now. Null (never) is always allowed. */
  readonly maxLifetimeSeconds: number;
  /** How long a request's body may stand still, in milliseconds. */
  readonly bodyIdleMs: number;
  readonly windowMs: number;
  /** Requests per window, by address without a token and by token with one. */
  readonly budgets: Record<BudgetName, { readonly anonymous: number; readonly token: number }>;
}

/** Each call draws on one of these, so that looking after one's messages never stops new ones. */
export type BudgetName = 'create' | 'open' | 'manage';

export const DEFAULT_LIMITS: Limits = {
  maxContentBytes: 32 * 1024 * 1024,
  maxAccess: MAX_ACCESS_LIMIT,
  maxLifetimeSeconds: 100 * 366 * 24 * 60 * 60,
  bodyIdleMs: 15_000,
  windowMs: 15 * 60 * 1000,
  budgets: {
    // The documented limits of EnigmaCrypt's API.
    create: { anonymous: 20, token: 100 },
    // Extensions. Enough for an office behind one address, too few to search for ids.
    open: { anonymous: 100, token: 300 },
    manage: { anonymous: 200, token: 1000 },
  },
};
