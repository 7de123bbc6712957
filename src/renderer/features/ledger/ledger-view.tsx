import { useEffect } from 'react';
import { useLedger, useWords } from '../../state/services.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Ledger } from './ledger.tsx';
import { Unreadable } from './unreadable.tsx';
import { useRefreshOnFocus } from './use-refresh-on-focus.ts';

/** What became of what was sent. */
export function LedgerView() {
  const { t } = useWords();
  const rows = useLedger((state) => state.rows);
  const hasFailed = useLedger((state) => state.hasFailed);
  const watch = useLedger((state) => state.watch);
  useEffect(() => watch(), [watch]);
  useRefreshOnFocus();
  if (rows !== null) return <Ledger rows={rows} />;
  return <Page title={t('sent.title')}>{hasFailed && <Unreadable />}</Page>;
}
