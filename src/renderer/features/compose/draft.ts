/** What a person chooses for one secret, and what it comes to. */
import { MAX_ACCESS_LIMIT, type Policy } from '../../../core/secret/policy.ts';
import type { Separator, WordListLanguage } from '../../../core/password/index.ts';

export type ExpiryChoice =
  /** Seconds from the moment of sealing, or null for never. */
  | { readonly kind: 'lifetime'; readonly seconds: number | null }
  /** As `<input type="datetime-local">` has it: local time without a zone. */
  | { readonly kind: 'exact'; readonly local: string };

export type AccessChoice =
  /** Null for any number of times. */
  | { readonly kind: 'count'; readonly count: number | null }
  | { readonly kind: 'exact'; readonly text: string };

export interface UnlockChoice {
  readonly kind: 'words' | 'characters' | 'own';
  readonly wordCount: number;
  readonly separator: Separator;
  readonly list: WordListLanguage;
  readonly length: number;
  readonly lookAlikes: boolean;
}

export type ExpiryProblem = 'missing' | 'past';

/** The moment it expires, or what is wrong with the choice. @param now milliseconds since the epoch */
export function resolveExpiry(
  choice: ExpiryChoice,
  now: number,
): Policy['expiresAt'] | { problem: ExpiryProblem } {
  if (choice.kind === 'lifetime') {
    return choice.seconds === null ? null : new Date(now + choice.seconds * 1000).toISOString();
  }
  // Without a zone it is read as local time, which is what the field means.
  const moment = Date.parse(choice.local);
  if (Number.isNaN(moment)) return { problem: 'missing' };
  return moment <= now ? { problem: 'past' } : new Date(moment).toISOString();
}

export const hasExpiryProblem = (choice: ExpiryChoice, now: number): boolean => {
  const resolved = resolveExpiry(choice, now);
  return resolved !== null && typeof resolved !== 'string';
};

/** The number of accesses, null for unlimited, or undefined where the text is no number that may be chosen. */
export function resolveAccess(choice: AccessChoice): Policy['maxAccess'] | undefined {
  if (choice.kind === 'count') return choice.count;
  const text = choice.text.trim();
  const count = Number(text);
  return /^\d{1,9}$/.test(text) && count >= 1 && count <= MAX_ACCESS_LIMIT ? count : undefined;
}

/** What `<input type="datetime-local">` shows for a moment, to the minute. */
export function toLocalInput(moment: number): string {
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
