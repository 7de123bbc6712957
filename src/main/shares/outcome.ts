import type { ServiceFailure } from '../../core/api/failure.ts';

/**
 * What a failed attempt to create means for the envelope:
 * `waiting` it did not arrive and goes out later · `uncertain` it may have arrived · `refused` it never will.
 */
export function verdictOf(failure: ServiceFailure): 'waiting' | 'uncertain' | 'refused' {
  switch (failure.code) {
    case 'unreachable':
    case 'rate-limited':
    case 'service-error':
    case 'keychain':
    case 'token-missing':
      return 'waiting';
    case 'timeout':
      return failure.sent ? 'uncertain' : 'waiting';
    case 'answer-lost':
      return 'uncertain';
    default:
      return 'refused';
  }
}
