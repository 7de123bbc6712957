import { failureWords } from './failure-words.ts';
import { useWords } from './services.tsx';
import type { SealingProblem } from './use-sealing.ts';

/** What happened, and what to do. The text is still where it was written. */
export function useProblemWords(problem: SealingProblem): string {
  const { t, format } = useWords();
  switch (problem.kind) {
    case 'refused': {
      const { what, next } = failureWords(problem.reason, t, format);
      return t('compose.failed.refused', { what, next });
    }
    case 'unanswered':
      return t('app.unreachableText');
    case 'invalid':
      return t(
        (
          {
            'not-an-envelope': 'compose.failed.notEnvelope',
            'expiry-passed': 'compose.failed.expiryPassed',
            storage: 'compose.failed.storage',
            'no-account': 'compose.failed.noAccount',
          } as const
        )[problem.why],
      );
    case 'sealing':
      return t(
        (
          {
            crashed: 'compose.failed.sealing',
            'verification-failed': 'compose.failed.verification',
            'too-large': 'compose.failed.tooLarge',
          } as const
        )[problem.why],
      );
  }
}
