import { CircleAlert, CircleCheck, Globe } from 'lucide-react';
import { useAccountName, useCurrentAccount } from '../state/accounts.ts';
import { useMirror, useWords } from '../state/services.tsx';
import { Spinner } from '../ui/progress/progress.tsx';
import { Tooltip } from '../ui/tooltip/tooltip.tsx';
import styles from './service-foot.module.css';

/** At the foot of the rail: to which service it goes, and how that is. */
export function ServiceFoot() {
  const { t } = useWords();
  const account = useCurrentAccount();
  const name = useAccountName();
  const service = useMirror((state) => state.service);
  const isElsewhere = account?.isBuiltin === false;
  const title = account === null ? t('service.builtIn') : name(account);
  const words = isElsewhere ? account.origin.replace(/^https?:\/\//, '') : t(`service.${service.status}`);
  const status = isElsewhere ? 'elsewhere' : service.status;
  return (
    <Tooltip text={`${title}: ${words}`}>
      <div className={styles['foot']} role="status" aria-label={t('service.label')} data-status={status}>
        <StatusIcon status={status} />
        <div className={styles['words']}>
          <p className={styles['name']}>{title}</p>
          <p className={styles['state']}>{words}</p>
        </div>
      </div>
    </Tooltip>
  );
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

function StatusIcon({ status }: { readonly status: 'starting' | 'running' | 'failed' | 'elsewhere' }) {
  switch (status) {
    case 'starting':
      return <Spinner />;
    case 'running':
      return <CircleCheck {...icon} />;
    case 'failed':
      return <CircleAlert {...icon} />;
    case 'elsewhere':
      return <Globe {...icon} />;
  }
}
