import { CircleAlert, CircleCheck, Globe, Hourglass } from 'lucide-react';
import { useEffect } from 'react';
import type { Account } from '../../shared/bridge/models.ts';
import { hostOf, isBudgetLow, useAccountName, useCurrentAccount } from '../state/accounts.ts';
import { useAccounts, useMirror, useNavigation, useWords } from '../state/services.tsx';
import { Spinner } from '../ui/progress/progress.tsx';
import { Tooltip } from '../ui/tooltip/tooltip.tsx';
import styles from './service-foot.module.css';

/** At the foot of the rail: to which service it goes, how that is, and the way to the accounts. */
export function ServiceFoot() {
  const { t } = useWords();
  const account = useCurrentAccount();
  const name = useAccountName();
  const view = useNavigation((state) => state.view);
  const go = useNavigation((state) => state.go);
  const { status, words } = useStatus(account);
  const title = account === null ? t('service.builtIn') : name(account);
  return (
    <div role="status" aria-label={t('service.label')}>
      <Tooltip text={`${title}: ${words}`}>
        <button
          type="button"
          className={styles['foot']}
          data-status={status}
          aria-current={view === 'accounts' ? 'page' : undefined}
          onClick={() => {
            go('accounts');
          }}
        >
          <StatusIcon status={status} />
          <span className={styles['words']}>
            <span className={styles['name']}>{title}</span>
            <span className={styles['state']}>{words}</span>
            <span className={styles['purpose']}>{t('accounts.manage')}</span>
          </span>
        </button>
      </Tooltip>
    </div>
  );
}

type Status = 'starting' | 'running' | 'failed' | 'elsewhere' | 'low';

/** What is said of a service: that it does not run, then that its budget ends, then where it is. */
function useStatus(account: Account | null): { readonly status: Status; readonly words: string } {
  const { t, format } = useWords();
  const service = useMirror((state) => state.service);
  const isElsewhere = account?.isBuiltin === false;
  const isLow = account !== null && isBudgetLow(account);
  useBudgetNews(isLow);
  if (!isElsewhere && service.status !== 'running') {
    return { status: service.status, words: t(`service.${service.status}`) };
  }
  if (isLow) {
    const { limit, remaining, freeAt } = account.budget;
    const words =
      freeAt === null
        ? t('accounts.budget.leftShort', { n: remaining, m: limit })
        : t('accounts.budget.noneShort', { time: format.time(freeAt) });
    return { status: 'low', words };
  }
  return isElsewhere
    ? { status: 'elsewhere', words: hostOf(account) }
    : { status: 'running', words: t('service.running') };
}

const NEWS_STEP_MS = 30_000;

/** A budget grows again without anybody's doing: looked at for as long as it is low. */
function useBudgetNews(isLow: boolean): void {
  const load = useAccounts((state) => state.load);
  useEffect(() => {
    if (!isLow) return undefined;
    const timer = setInterval(() => void load(), NEWS_STEP_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isLow, load]);
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

function StatusIcon({ status }: { readonly status: Status }) {
  switch (status) {
    case 'starting':
      return <Spinner />;
    case 'running':
      return <CircleCheck {...icon} />;
    case 'failed':
      return <CircleAlert {...icon} />;
    case 'elsewhere':
      return <Globe {...icon} />;
    case 'low':
      return <Hourglass {...icon} />;
  }
}
