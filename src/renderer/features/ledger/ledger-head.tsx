import { FileDown, RefreshCw } from 'lucide-react';
import type { RefObject } from 'react';
import { isFiltered, keyOf, type LedgerRows } from '../../state/ledger-pages.ts';
import { useLedger, useOverlay, useShares, useWords } from '../../state/services.tsx';
import { IconButton } from '../../ui/button/button.tsx';
import { SearchField } from '../../ui/search-field/search-field.tsx';
import { FailuresLine, ProgressLine, SelectionBar } from './bulk-bar.tsx';
import { Filters } from './filters.tsx';
import styles from './ledger-view.module.css';
import { Unreadable } from './unreadable.tsx';
import type { ChoicesControl } from './use-choices.ts';

interface LedgerHeadProps {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly rows: LedgerRows;
  readonly choices: ChoicesControl;
  readonly onRefresh: () => Promise<void>;
  /** From the search down into the list. */
  readonly onDown: () => void;
  /** Null while several are not selected. */
  readonly selection: Parameters<typeof SelectionBar>[0] | null;
  readonly onNextFailure: () => void;
  readonly onAgain: () => void;
}

/** How much there is, the search, and either what is listed or what can be done with what is selected. */
export function LedgerHead(props: LedgerHeadProps) {
  const { search, rows, choices, selection } = props;
  const { t } = useWords();
  const hasFailed = useLedger((state) => state.hasFailed);
  return (
    <header className={styles['head']}>
      <div className={styles['titles']}>
        <h1 tabIndex={-1} className={styles['title']}>
          {t('sent.title')}
        </h1>
        <HowMany rows={rows} />
        <span className={styles['tools']}>
          <RefreshButton onRefresh={props.onRefresh} />
          <ExportButton />
        </span>
        <div className={styles['search']}>
          <SearchField
            ref={search}
            label={t('ledger.search')}
            clear={t('ledger.clearSearch')}
            value={choices.choices.search}
            maxLength={200}
            aria-keyshortcuts="Control+F"
            onSearch={(text) => {
              choices.change({ search: text });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && choices.choices.search !== '') choices.change({ search: '' });
              else if (event.key === 'Escape' || event.key === 'ArrowDown') props.onDown();
              else return;
              event.preventDefault();
            }}
          />
        </div>
      </div>
      {hasFailed && <Unreadable />}
      <ProgressLine />
      <FailuresLine onNext={props.onNextFailure} onAgain={props.onAgain} />
      {selection === null ? (
        <Filters control={choices} isFiltered={isFiltered(rows.question.filter) && rows.total > 0} />
      ) : (
        <SelectionBar {...selection} />
      )}
    </header>
  );
}

/** "340 secrets", or "12 of 340": read aloud when it changes. */
function HowMany({ rows }: { readonly rows: LedgerRows }) {
  const { t } = useWords();
  const all = useLedger((state) => state.summary?.total) ?? rows.total;
  const question = useLedger((state) => state.question);
  const isAnswered = keyOf(rows.question) === keyOf(question);
  return (
    <p className={styles['lead']} role="status" aria-busy={!isAnswered}>
      {isFiltered(rows.question.filter)
        ? t('ledger.found', { count: rows.total, total: all })
        : t('sent.count', { count: rows.total })}
    </p>
  );
}

/** What is in sight, or all of it: that is asked there. */
function ExportButton() {
  const { t } = useWords();
  const exportList = useOverlay((state) => state.exportList);
  return (
    <IconButton
      label={t('ledger.export')}
      icon={<FileDown size={16} strokeWidth={1.75} aria-hidden />}
      onClick={() => {
        exportList({ kind: 'found' });
      }}
    />
  );
}

function RefreshButton({ onRefresh }: { readonly onRefresh: () => Promise<void> }) {
  const { t } = useWords();
  const isRefreshing = useShares((state) => state.isRefreshing);
  return (
    <IconButton
      label={t('sent.refresh')}
      icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden />}
      aria-busy={isRefreshing || undefined}
      onClick={() => void onRefresh()}
    />
  );
}
