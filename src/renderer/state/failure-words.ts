import type { TFunction } from 'i18next';
import type { ServiceFailure } from '../../core/api/failure.ts';
import type { Format } from '../i18n/format.ts';

/** What happened and what to do, for each reason a service has. */
export function failureWords(failure: ServiceFailure, t: TFunction, format: Format): FailureWords {
  switch (failure.code) {
    case 'gone':
      return { what: t(`failure.gone.${failure.why}.what`), next: t(`failure.gone.${failure.why}.next`) };
    case 'rate-limited':
      return {
        what: t('failure.rate-limited.what'),
        next: t('failure.rate-limited.next', { when: format.ahead(failure.retryAfterSeconds * 1000) }),
      };
    default:
      return { what: t(`failure.${failure.code}.what`), next: t(`failure.${failure.code}.next`) };
  }
}

export interface FailureWords {
  readonly what: string;
  readonly next: string;
}
