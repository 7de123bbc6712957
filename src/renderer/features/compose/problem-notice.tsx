import { useProblemWords } from '../../state/problem-words.ts';
import { useWords } from '../../state/services.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { SealingProblem } from '../../state/use-sealing.ts';

/** What happened, that the text is still here, and what to do. */
export function ProblemNotice({ problem }: { readonly problem: SealingProblem }) {
  const { t } = useWords();
  return (
    <Notice tone="bad" role="alert" title={t('compose.failed.title')}>
      {useProblemWords(problem)}
    </Notice>
  );
}
