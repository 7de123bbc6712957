import { useRef, useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { indexOfShare, isFiltered, type LedgerRows, shareAt } from '../../state/ledger-pages.ts';
import { useBulk, useWords } from '../../state/services.tsx';
import type { GridHandle } from '../../ui/grid/grid.tsx';
import { BulkDeleteDialog } from './bulk-delete-dialog.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { EmptyLedger, NothingFound } from './empty-ledger.tsx';
import { LedgerHead } from './ledger-head.tsx';
import { LedgerTable } from './ledger-table.tsx';
import styles from './ledger-view.module.css';
import { canDelete, type RowAction } from './offered-actions.ts';
import { useBulkActions } from './use-bulk-actions.ts';
import { useChoices } from './use-choices.ts';
import { useLedgerActions } from './use-ledger-actions.ts';
import { useListKeys } from './use-list-keys.ts';
import { useQuestions } from './use-questions.tsx';
import { useReveal } from './use-reveal.ts';
import { useRowsControl } from './use-rows-control.ts';

/** The table, what is above it, and the details beside it. */
export function Ledger({ rows }: { readonly rows: LedgerRows }) {
  const { t } = useWords();
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const control = useRowsControl(rows);
  const choices = useChoices(control.clear);
  const actions = useLedgerActions();
  const questions = useQuestions(actions, () => {
    grid.current?.holdFocus();
  });
  const reveal = useReveal({ control, choices, grid });
  const bulk = useBulkActions((ids) => void reveal.goTo(ids[0]));
  const failures = useBulk((state) => state.failures);
  const [isByKey, setIsByKey] = useState(false);
  const [deleting, setDeleting] = useState<readonly string[] | null>(null);
  const selected = [...control.selection.ids];
  useListKeys({
    onSearch: () => search.current?.select(),
    onUndo: () => void bulk.undo(),
  });
  const act = (action: RowAction, share: Share): void => {
    if (action === 'copy') actions.copy(share);
    else if (action === 'retry') void actions.retry(share);
    else if (action === 'forget') void bulk.forget([share.id], share.name ?? t('sent.unnamed'));
    else questions.ask(action, share);
  };
  const forgetSelected = (): void => {
    void bulk.forget(selected);
    control.clear();
    grid.current?.followCursor();
  };
  if (rows.total === 0 && !isFiltered(rows.question.filter)) return <EmptyLedger />;
  return (
    <div className={styles['ledger']}>
      <div className={styles['list']}>
        <LedgerHead
          search={search}
          rows={rows}
          choices={choices}
          onRefresh={actions.refresh}
          onDown={() => grid.current?.focusCursor()}
          selection={
            control.isSelecting
              ? {
                  count: selected.length,
                  onDelete: () => {
                    setDeleting(selected);
                  },
                  onForget: forgetSelected,
                  onClear: () => {
                    control.clear();
                    grid.current?.focusCursor();
                  },
                }
              : null
          }
          onNextFailure={() => void reveal.nextOf([...failures.keys()])}
          onAgain={() => {
            control.select([...failures.keys()]);
            setDeleting([...failures.keys()]);
          }}
        />
        {rows.total === 0 ? (
          <NothingFound
            onClear={() => {
              choices.clear();
              search.current?.focus();
            }}
          />
        ) : (
          <LedgerTable
            ref={grid}
            rows={rows}
            control={control}
            order={choices.choices.order}
            onOrder={(order) => {
              choices.change({ order });
            }}
            onOpen={(share, index, byKey) => {
              setIsByKey(byKey);
              control.open(share.id, index);
            }}
            onAct={act}
            onDelete={(share) => {
              if (share === null) setDeleting(selected);
              else if (canDelete(share)) questions.ask('delete', share);
            }}
          />
        )}
      </div>
      {control.detailed !== null && (
        <DetailsPanel
          id={control.detailed}
          line={shareAt(rows, indexOfShare(rows, control.detailed))}
          takesFocus={isByKey || reveal.isShown}
          onAct={act}
          onWriteAgain={actions.writeAgain}
          onClose={() => {
            control.closeDetails();
            grid.current?.focusCursor();
          }}
        />
      )}
      {questions.dialogs}
      <BulkDeleteDialog
        ids={deleting}
        onDelete={(ids) => {
          control.clear();
          void bulk.remove(ids);
        }}
        onClose={() => {
          setDeleting(null);
          grid.current?.holdFocus();
        }}
      />
    </div>
  );
}
