/** What a person chooses for one secret, and what it comes to. */
import { MAX_ACCESS_LIMIT, type Policy } from '../../../core/secret/policy.ts';
import type { Separator, WordListLanguage } from '../../../core/password/index.ts';

export const expiryPresets = ['hour', 'day', 'week', 'month', 'never'] as const;
export type ExpiryPreset = (typeof expiryPresets)[number];

export type ExpiryChoice =
  | { readonly kind: 'preset'; readonly preset: ExpiryPreset }
  /** As `<input type="datetime-local">` has it: local time without a zone. */
  | { readonly kind: 'exact'; readonly local: string };

export const accessPresets = ['1', '5', '10', 'unlimited'] as const;
export type AccessPreset = (typeof accessPresets)[number];

export type AccessChoice =
  | { readonly kind: 'preset'; readonly preset: AccessPreset }
  | { readonly kind: 'exact'; readonly text: string };

export interface UnlockChoice {
  readonly kind: 'words' | 'characters' | 'own';
  readonly wordCount: number;
  readonly separator: Separator;
  readonly list: WordListLanguage;
  readonly length: number;
  readonly lookAlikes: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** In milliseconds. */
export const presetLengths: Record<Exclude<ExpiryPreset, 'never'>, number> = {
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
};

export type ExpiryProblem = 'missing' | 'past';

/** The moment it expires, or what is wrong with the choice. @param now milliseconds since the epoch */
export function resolveExpiry(
  choice: ExpiryChoice,
  now: number,
): Policy['expiresAt'] | { problem: ExpiryProblem } {
  if (choice.kind === 'preset') {
    return choice.preset === 'never' ? null : new Date(now + presetLengths[choice.preset]).toISOString();
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
  if (choice.kind === 'preset') return choice.preset === 'unlimited' ? null : Number(choice.preset);
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
