import { useState } from 'react';
import type { OpenError } from '../../../core/envelope/index.ts';
import type { CrashError } from '../../crypto/client.ts';
import { failureWords } from '../../state/failure-words.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { OpeningProblem } from './use-opening.ts';

/** Why it did not open, what was kept, and what to do. */
export function OpeningNotice({ problem }: { readonly problem: OpeningProblem }) {
  const { t, format } = useWords();
  switch (problem.kind) {
    case 'browser-only':
      return <BrowserNotice link={problem.link} />;
    case 'envelope':
      return <EnvelopeNotice code={problem.code} isFetched={problem.isFetched} />;
    case 'failed': {
      const { what, next } = failureWords(problem.reason, t, format);
      return <Failed words={`${what} ${next}`} />;
    }
    case 'not-a-link':
      return <Failed words={t('open.notALink')} />;
    case 'unanswered':
      return <Failed words={t('open.crashed')} />;
  }
}

function Failed({ words }: { readonly words: string }) {
  const { t } = useWords();
  return (
    <Notice tone="bad" role="alert" title={t('open.failedTitle')}>
      {words}
    </Notice>
  );
}

type Code = (OpenError | CrashError)['code'];

const reasons = {
  'too-short': 'open.notALink',
  'not-hex': 'open.notALink',
  'too-large': 'open.notAnEnvelope.too-large',
  'not-base64': 'open.notAnEnvelope.altered',
  'bad-length': 'open.notAnEnvelope.altered',
  'not-this-format': 'open.notAnEnvelope.format',
  'unsupported-version': 'open.notAnEnvelope.version',
  'empty-password': 'open.missingPassword',
  cancelled: 'open.crashed',
  crashed: 'open.crashed',
} as const satisfies Record<Exclude<Code, 'wrong-password-or-altered'>, string>;

function EnvelopeNotice({ code, isFetched }: { readonly code: Code; readonly isFetched: boolean }) {
  const { t } = useWords();
  if (code !== 'wrong-password-or-altered') return <Failed words={t(reasons[code])} />;
  return (
    <Notice tone="bad" role="alert" title={t('open.wrong.title')}>
      {t(isFetched ? 'open.wrong.fetched' : 'open.wrong.pasted')}
    </Notice>
  );
}

function BrowserNotice({ link }: { readonly link: string }) {
  const { t } = useWords();
  const { bridge } = useServices();
  const [outcome, setOutcome] = useState<'opened' | 'refused' | null>(null);
  const hand = async (): Promise<void> => {
    try {
      setOutcome((await bridge.call('external.open', { link })) ? 'opened' : 'refused');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <Notice
      tone="calm"
      role="status"
      title={t('open.browser.title')}
      actions={outcome === null && <Button onClick={() => void hand()}>{t('open.browser.action')}</Button>}
    >
      {t(`open.browser.${outcome ?? 'text'}`)}
    </Notice>
  );
}
