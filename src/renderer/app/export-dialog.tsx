import { useState } from 'react';
import { exportFormats, type LedgerFilter, MIN_PASSPHRASE_LENGTH } from '../../shared/bridge/ledger.ts';
import { answered } from '../state/answered.ts';
import { isFiltered, keyOf, NO_FILTER } from '../state/ledger-pages.ts';
import { useLedger, useNavigation, useOverlay, useServices, useWords } from '../state/services.tsx';
import { Checkbox } from '../ui/checkbox/checkbox.tsx';
import { PassphraseField } from '../ui/field/passphrase-field.tsx';
import { FormDialog } from '../ui/form-dialog/form-dialog.tsx';
import { RadioList } from '../ui/radio-list/radio-list.tsx';
import { useToast } from '../ui/toast/toast.tsx';

type Format = (typeof exportFormats)[number];

/** What goes into the file; where it goes is asked by the system. */
export function ExportDialog() {
  const { t } = useWords();
  const form = useExportForm();
  const short = t('listSettings.setPassphrase.short', { count: MIN_PASSPHRASE_LENGTH });
  return (
    <FormDialog
      isOpen
      title={t('listSettings.export.title')}
      lead={t('listSettings.export.lead')}
      action={t('listSettings.export.do')}
      close={t('listSettings.cancel')}
      isBusy={form.isBusy}
      problem={form.problem}
      onSubmit={() => void form.save()}
      onClose={form.close}
    >
      {form.parts.length > 1 && (
        <RadioList
          label={t('listSettings.export.what')}
          options={form.parts.map(({ kind, count }) => ({
            value: kind,
            label: t(`listSettings.export.${kind}`, { count }),
          }))}
          value={form.part.kind}
          onChange={form.setKind}
        />
      )}
      <RadioList
        label={t('listSettings.export.format')}
        options={exportFormats.toReversed().map((value) => ({
          value,
          label: t(`listSettings.export.${value}`),
          hint: t(`listSettings.export.${value}Hint`),
        }))}
        value={form.format}
        onChange={form.setFormat}
      />
      {form.format === 'json' && (
        <Checkbox
          label={t('listSettings.export.sealed')}
          hint={t('listSettings.export.sealedHint')}
          isChecked={form.isSealed}
          onChange={form.setIsSealed}
        />
      )}
      {form.takesPassphrase && (
        <PassphraseField
          isNew
          label={t('listSettings.export.passphrase')}
          hint={short}
          problem={form.isTooShort ? short : undefined}
          value={form.passphrase}
          onChange={form.setPassphrase}
        />
      )}
    </FormDialog>
  );
}

/** A part of the list that can be exported. */
interface Part {
  readonly kind: 'selected' | 'found' | 'all';
  readonly count: number;
  readonly filter: LedgerFilter;
  readonly ids: readonly string[] | null;
}

/** The parts there are to choose from, what was asked for first. */
function useParts(): readonly [Part, ...Part[]] {
  const scope = useOverlay((state) => state.scope);
  const view = useNavigation((state) => state.view);
  const { rows, question, summary } = useLedger((state) => state);
  const all: Part = { kind: 'all', count: summary?.total ?? 0, filter: NO_FILTER, ids: null };
  const isInSight = view === 'sent' && rows !== null && keyOf(rows.question) === keyOf(question);
  const isPart = isInSight && isFiltered(question.filter) && rows.total > 0 && rows.total < all.count;
  const found: readonly Part[] =
    isPart && scope.kind !== 'all'
      ? [{ kind: 'found', count: rows.total, filter: question.filter, ids: null }]
      : [];
  if (scope.kind === 'selected') {
    const { ids } = scope;
    return [{ kind: 'selected', count: ids.length, filter: NO_FILTER, ids }, ...found, all];
  }
  const [first] = found;
  return first === undefined ? [all] : [first, all];
}

function useExportForm() {
  const { t } = useWords();
  const toast = useToast();
  const { bridge } = useServices();
  const closeOverlay = useOverlay((state) => state.close);
  // As it was when it was asked for: the list may change behind it.
  const [parts] = useState(useParts());
  const [kind, setKind] = useState<Part['kind']>(parts[0].kind);
  const [format, setFormat] = useState<Format>('json');
  const [isSealed, setIsSealed] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const part = parts.find((each) => each.kind === kind) ?? parts[0];
  const takesPassphrase = format === 'json' && isSealed;
  const isShort = takesPassphrase && passphrase.length < MIN_PASSPHRASE_LENGTH;
  const save = async (): Promise<void> => {
    setWasTried(true);
    if (isShort) return;
    setIsBusy(true);
    const { filter, ids } = part;
    const input = { format, filter, ids: ids === null ? null : [...ids] };
    const answer = await answered(
      bridge.call('ledger.export', { ...input, passphrase: takesPassphrase ? passphrase : null }),
    );
    setIsBusy(false);
    if (answer?.outcome === 'saved') {
      closeOverlay();
      toast({ text: t('listSettings.export.saved', { count: answer.count, file: answer.file }) });
    } else if (answer?.outcome !== 'cancelled')
      setProblem(t(answer === null ? 'app.unreachableTitle' : `listSettings.export.${answer.why}`));
  };
  return {
    ...{ parts, part, setKind, format, setFormat, isSealed, setIsSealed },
    ...{ passphrase, setPassphrase, takesPassphrase },
    ...{ isBusy, problem, save, close: closeOverlay, isTooShort: wasTried && isShort },
  };
}
