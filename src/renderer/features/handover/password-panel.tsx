import type { ReactNode } from 'react';
import { useWords } from '../../state/services.tsx';
import { CopyButton } from '../../ui/copy-button/copy-button.tsx';
import { type Division, SecretText } from '../../ui/secret-text/secret-text.tsx';
import styles from './handover-view.module.css';
import { useCopy } from '../../state/use-copy.ts';
import { Panel } from './panel.tsx';

interface PasswordPanelProps {
  readonly password: string;
  readonly division: Division | undefined;
  readonly onCopied: () => void;
  /** Beside the button that copies. */
  readonly children?: ReactNode;
}

export function PasswordPanel({ password, division, onCopied, children }: PasswordPanelProps) {
  const { t } = useWords();
  const copy = useCopy();
  const copyPassword = async (): Promise<boolean> => {
    const isCopied = await copy(password, 'password');
    if (isCopied) onCopied();
    return isCopied;
  };
  return (
    <Panel number={2} title={t('handover.password.title')} hint={t('handover.password.hint')}>
      <p className={styles['value']}>
        <SecretText text={password} size="l" division={division} />
      </p>
      <div className={styles['actions']}>
        <CopyButton look="primary" onCopy={copyPassword} copied={t('handover.password.copied')}>
          {t('handover.password.copy')}
        </CopyButton>
        {children}
      </div>
    </Panel>
  );
}
