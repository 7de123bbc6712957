import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ServiceState } from '../../shared/bridge/models.ts';
import { useMirror, useWords } from '../state/services.tsx';
import { Spinner } from '../ui/progress/progress.tsx';
import { Tooltip } from '../ui/tooltip/tooltip.tsx';
import styles from './service-foot.module.css';

/** At the foot of the rail: to which service it goes, and how that is. */
export function ServiceFoot() {
  const { t } = useWords();
  const service = useMirror((state) => state.service);
  const words = t(`service.${service.status}`);
  return (
    <Tooltip text={`${t('service.builtIn')}: ${words}`}>
      <div
        className={styles['foot']}
        role="status"
        aria-label={t('service.label')}
        data-status={service.status}
      >
        <StateIcon status={service.status} />
        <div className={styles['words']}>
          <p className={styles['name']}>{t('service.builtIn')}</p>
          <p className={styles['state']}>{words}</p>
        </div>
      </div>
    </Tooltip>
  );
}

function StateIcon({ status }: { readonly status: ServiceState['status'] }) {
  switch (status) {
    case 'starting':
      return <Spinner />;
    case 'running':
      return <CircleCheck size={16} strokeWidth={1.75} aria-hidden />;
    case 'failed':
      return <CircleAlert size={16} strokeWidth={1.75} aria-hidden />;
  }
}
