import { type RefObject, useRef, useState } from 'react';
import type { Share } from '../../../shared/bridge/models.ts';
import { indexOfShare, isFiltered, type LedgerRows, shareAt } from '../../state/ledger-pages.ts';
import { useBulk, useOverlay, useWords } from '../../state/services.tsx';
import type { GridHandle } from '../../ui/grid/grid.tsx';
import { BulkDeleteDialog } from './bulk-delete-dialog.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { EmptyLedger, NothingFound } from './empty-ledger.tsx';
import { LedgerHead } from './ledger-head.tsx';
import { LedgerTable } from './ledger-table.tsx';
import styles from './ledger-view.module.css';
import { canDelete, type RowAction } from './offered-actions.ts';
import { useBulkActions } from './use-bulk-actions.ts';
import { type ChoicesControl, useChoices } from './use-choices.ts';
import { useLedgerActions } from './use-ledger-actions.ts';
import { useListKeys } from './use-list-keys.ts';
import { useQuestions } from './use-questions.tsx';
import { type Reveal, useReveal } from './use-reveal.ts';
import { type RowsControl, useRowsControl } from './use-rows-control.ts';

/** The table, what is above it, and the details beside it. */
export function Ledger({ rows }: { readonly rows: LedgerRows }) {
  const grid = useRef<GridHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const control = useRowsControl(rows);
  const choices = useChoices(control.clear);
  const reveal = useReveal({ control, choices, grid });
  const commands = useCommands({ grid, control, reveal });
  const [isByKey, setIsByKey] = useState(false);
  useListKeys({ onSearch: () => search.current?.select(), onUndo: commands.undo });
  if (rows.total === 0 && !isFiltered(rows.question.filter)) return <EmptyLedger />;
  return (
    <div className={styles['ledger']}>
      <div className={styles['list']}>
        <Head {...{ rows, search, grid, control, choices, reveal, commands }} />
        {rows.total === 0 ? (
          <NothingFound
            onClear={() => {
              choices.clear();
              search.current?.focus();
            }}
          />
        ) : (
          <LedgerTable
            handle={grid}
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
            onAct={commands.act}
            onDelete={commands.askToDelete}
          />
        )}
      </div>
      {control.detailed !== null && (
        <DetailsPanel
          id={control.detailed}
          line={shareAt(rows, indexOfShare(rows, control.detailed))}
          takesFocus={isByKey || reveal.isShown}
          onAct={commands.act}
          onWriteAgain={commands.writeAgain}
          onClose={() => {
            control.closeDetails();
            grid.current?.focusCursor();
          }}
          onGone={() => {
            control.closeDetails();
            grid.current?.holdFocus();
          }}
        />
      )}
      {commands.dialogs}
    </div>
  );
}

interface CommandParts {
  readonly grid: RefObject<GridHandle | null>;
  readonly control: RowsControl;
  readonly reveal: Reveal;
}

/** What can be done with one line and with many, and the questions that come before. */
function useCommands({ grid, control, reveal }: CommandParts) {
  const { t } = useWords();
  const actions = useLedgerActions();
  const holdFocus = (): void => {
    grid.current?.holdFocus();
  };
  const questions = useQuestions(actions, holdFocus);
  const bulk = useBulkActions((ids) => void reveal.goTo(ids[0]));
  const [deleting, setDeleting] = useState<readonly string[] | null>(null);
  return {
    refresh: actions.refresh,
    writeAgain: actions.writeAgain,
    undo: () => void bulk.undo(),
    act: (action: RowAction, share: Share): void => {
      if (action === 'copy') void actions.copy(share);
      else if (action === 'retry') void actions.retry(share);
      else if (action === 'forget') void bulk.forget([share.id], share.name ?? t('sent.unnamed'));
      else questions.ask(action, share);
    },
    /** @param share null for all that are selected */
    askToDelete: (share: Share | null): void => {
      if (share === null) setDeleting([...control.selection.ids]);
      else if (canDelete(share)) questions.ask('delete', share);
    },
    deleteAgain: (ids: readonly string[]): void => {
      control.select(ids);
      setDeleting(ids);
    },
    forgetSelected: (): void => {
      void bulk.forget([...control.selection.ids]);
      control.clear();
      grid.current?.followCursor();
    },
    dialogs: (
      <>
        {questions.dialogs}
        <BulkDeleteDialog
          ids={deleting}
          onDelete={(ids) => {
            control.clear();
            void bulk.remove(ids);
          }}
          onClose={() => {
            setDeleting(null);
            holdFocus();
          }}
        />
      </>
    ),
  };
}

interface HeadProps extends CommandParts {
  readonly rows: LedgerRows;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly choices: ChoicesControl;
  readonly commands: ReturnType<typeof useCommands>;
}

function Head({ rows, search, grid, control, choices, reveal, commands }: HeadProps) {
  const failures = useBulk((state) => state.failures);
  const exportList = useOverlay((state) => state.exportList);
  const selection = {
    count: control.selection.ids.size,
    onDelete: () => {
      commands.askToDelete(null);
    },
    onForget: commands.forgetSelected,
    onExport: () => {
      exportList({ kind: 'selected', ids: [...control.selection.ids] });
    },
    onClear: () => {
      control.clear();
      grid.current?.focusCursor();
    },
  };
  return (
    <LedgerHead
      search={search}
      rows={rows}
      choices={choices}
      onRefresh={commands.refresh}
      onDown={() => grid.current?.focusCursor()}
      selection={control.isSelecting ? selection : null}
      onNextFailure={() => void reveal.nextOf([...failures.keys()])}
      onAgain={() => {
        commands.deleteAgain([...failures.keys()]);
      }}
    />
  );
}
