/** When a secret stops being readable and how often it may be read. Both are independent of each other. */
export interface Policy {
  /** Absolute moment, ISO 8601 in UTC, or null for never. */
  readonly expiresAt: string | null;
  /** 1 or more, or null for unlimited. */
  readonly maxAccess: number | null;
}

/** The longest name a secret may carry, in UTF-16 units. Not documented by the service: our own limit. */
export const MAX_NAME_LENGTH = 200;

/** The most accesses the program offers. Not documented by the service: our own limit. */
export const MAX_ACCESS_LIMIT = 1_000_000;
