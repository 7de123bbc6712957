import { useEffect, useState } from 'react';
import type { CallInput } from '../../../shared/bridge/contract.ts';
import type { Protection } from '../../../shared/bridge/resident.ts';
import { answered } from '../../state/answered.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/section/section.tsx';
import styles from './settings-view.module.css';

/** Off until it was tried and seen to do no harm. */
export function ProtectionSection() {
  const { t } = useWords();
  const { protection, set } = useProtection();
  if (protection === null) return null;
  const { state, endsAt } = protection;
  return (
    <Section title={t('protection.section')}>
      <p className={styles['text']}>
        {t(state === 'unavailable' ? 'protection.unavailable' : 'protection.text')}
      </p>
      {state !== 'unavailable' && (
        <Checkbox
          label={t('protection.label')}
          isChecked={state !== 'off'}
          onChange={(isOn) => {
            set(isOn ? 'trial' : 'off');
          }}
        />
      )}
      {endsAt !== null && <Trial endsAt={endsAt} set={set} />}
    </Section>
  );
}

type Set = (wanted: CallInput<'protection.set'>['wanted']) => void;

function Trial({ endsAt, set }: { readonly endsAt: number; readonly set: Set }) {
  const { t } = useWords();
  const now = useNow(1000);
  return (
    <Notice
      tone="warn"
      title={t('protection.trialTitle')}
      actions={
        <>
          <Button
            onClick={() => {
              set('off');
            }}
          >
            {t('protection.end')}
          </Button>
          <Button
            look="primary"
            onClick={() => {
              set('keep');
            }}
          >
            {t('protection.keep')}
          </Button>
        </>
      }
    >
      {t('protection.trialText', { count: Math.max(0, Math.ceil((endsAt - now) / 1000)) })}
    </Notice>
  );
}

function useProtection() {
  const { bridge } = useServices();
  const [protection, setProtection] = useState<Protection | null>(null);
  useEffect(() => {
    void answered(bridge.call('protection.state')).then(setProtection);
    return bridge.on('protection.changed', setProtection);
  }, [bridge]);
  const set: Set = (wanted) => {
    void answered(bridge.call('protection.set', { wanted })).then((now) => {
      if (now !== null) setProtection(now);
    });
  };
  return { protection, set };
}
