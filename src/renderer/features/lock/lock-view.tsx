import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockState, UnlockOutput } from '../../../shared/bridge/resident.ts';
import { Button } from '../../ui/button/button.tsx';
import { TextField } from '../../ui/field/field.tsx';
import { Seal } from '../../ui/seal/seal.tsx';
import styles from './lock-view.module.css';

interface LockViewProps {
  readonly lock: Extract<LockState, { isLocked: true }>;
  readonly unlock: (passphrase: string | null) => Promise<UnlockOutput>;
}

type Failure = Exclude<UnlockOutput, 'unlocked'>;

/** All there is while the program is locked: what that means, and the one way out. */
export function LockView({ lock, unlock }: LockViewProps) {
  const { t } = useTranslation();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const asksPassphrase = lock.opens === 'passphrase';
  const open = async (): Promise<void> => {
    if (isBusy || (asksPassphrase && passphrase === '')) return;
    setIsBusy(true);
    setFailure(null);
    const outcome = await unlock(asksPassphrase ? passphrase : null);
    // Once it is open this view is gone with all of this.
    if (outcome === 'unlocked') return;
    setIsBusy(false);
    setFailure(outcome);
    setPassphrase('');
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void open();
  };
  return (
    <main className={styles['lock']}>
      <form className={styles['card']} onSubmit={submit}>
        <Seal shape="whole" size={64} />
        <h1 className={styles['title']}>{t('lock.title')}</h1>
        <p className={styles['lead']}>{t(`lock.why.${lock.why}`)}</p>
        {asksPassphrase && (
          <div className={styles['field']}>
            <TextField
              label={t('lock.passphrase')}
              type="password"
              autoComplete="off"
              autoFocus
              value={passphrase}
              problem={failure === 'wrong-passphrase' ? t('lock.failed.wrong-passphrase') : undefined}
              onChange={(event) => {
                setPassphrase(event.target.value);
              }}
            />
          </div>
        )}
        <Button look="primary" size="l" type="submit" isBusy={isBusy} autoFocus={!asksPassphrase}>
          {t(isBusy ? 'lock.unlocking' : 'lock.unlock')}
        </Button>
        <p className={styles['status']} role="status">
          {failure === null
            ? t(`lock.opens.${lock.opens}`)
            : failure !== 'wrong-passphrase' && t(`lock.failed.${failure}`)}
        </p>
        <div className={styles['words']}>
          <p>{t('lock.gone')}</p>
          <p>{t('lock.goesOn')}</p>
        </div>
      </form>
    </main>
  );
}
