import { err, ok, type Result } from '../result.ts';
import { apiTokenPattern } from './wire.ts';

/** A token in the documented form. The brand is given after the check alone. */
export type ApiToken = string & { readonly __brand: 'ApiToken' };

export interface CleanedToken {
  readonly token: ApiToken;
  /** Whether something around the token was taken away: to be shown, not hidden. */
  readonly isCleaned: boolean;
}

export type TokenError =
  | { readonly code: 'empty' }
  /** Nothing in it looks like `enigma_…`. */
  | { readonly code: 'malformed' };

/** What clings to a pasted token: white space of all kinds, invisible characters, quotes, the header around it. */
const NOISE = /[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff"'`“”‘’«»,;]+/gu;
const HEADER = /^(?:authorization:)?bearer(?=enigma_)/i;

/**
 * Takes a token out of what a person pasted. The documentation gives its form as `enigma_` and what follows;
 * line breaks in the middle come from narrow windows and are closed up.
 */
export function cleanToken(pasted: string): Result<CleanedToken, TokenError> {
  const bare = pasted.replace(NOISE, '').replace(HEADER, '');
  if (bare === '') return err({ code: 'empty' });
  return isApiToken(bare) ? ok({ token: bare, isCleaned: bare !== pasted }) : err({ code: 'malformed' });
}

export const isApiToken = (text: string): text is ApiToken => apiTokenPattern.test(text);
