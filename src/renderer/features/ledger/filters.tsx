import { secretStates } from '../../../core/secret/state.ts';
import { ledgerSorts } from '../../../shared/bridge/ledger.ts';
import { useAccounts, useLedger, useWords } from '../../state/services.tsx';
import { useAccountName } from '../../state/accounts.ts';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { InlineChoice } from '../../ui/popover/inline-choice.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import type { ChoicesControl } from './use-choices.ts';
import styles from './ledger-view.module.css';
import { TimeFilter } from './time-filter.tsx';

interface FiltersProps {
  readonly control: ChoicesControl;
  readonly isFiltered: boolean;
}

/** "Any state · any service · any time · newest first": words that are changed where they stand. */
export function Filters({ control, isFiltered }: FiltersProps) {
  const { t } = useWords();
  return (
    <div className={styles['filters']} role="group" aria-label={t('ledger.filters')}>
      <StateFilter control={control} />
      <ServiceFilter control={control} />
      <TimeFilter
        time={control.choices.time}
        onChange={(time) => {
          control.change({ time });
        }}
      />
      <OrderChoice control={control} />
      {isFiltered && (
        <Button look="quiet" onClick={control.clear}>
          {t('ledger.clear')}
        </Button>
      )}
    </div>
  );
}

const toggled = <T,>(all: readonly T[], one: T, isIn: boolean): T[] =>
  isIn ? [...all, one] : all.filter((each) => each !== one);

function StateFilter({ control: { choices, change } }: { readonly control: ChoicesControl }) {
  const { t, format } = useWords();
  const counts = useLedger((state) => state.summary?.states) ?? {};
  const { states } = choices;
  const [only] = states;
  const offered = secretStates.filter((state) => (counts[state] ?? 0) > 0 || states.includes(state));
  const value =
    only === undefined
      ? t('ledger.states.any')
      : states.length === 1
        ? t(`sent.state.${only}`)
        : t('ledger.states.several', { count: states.length });
  return (
    <InlineChoice value={value} title={t('ledger.states.title')} side="bottom">
      {() => (
        <div className={styles['checks']}>
          {offered.map((state) => (
            <Checkbox
              key={state}
              label={t(`sent.state.${state}`)}
              count={format.number(counts[state] ?? 0)}
              isChecked={states.includes(state)}
              onChange={(isChecked) => {
                change({ states: toggled(states, state, isChecked) });
              }}
            />
          ))}
        </div>
      )}
    </InlineChoice>
  );
}

function ServiceFilter({ control: { choices, change } }: { readonly control: ChoicesControl }) {
  const { t, format } = useWords();
  const listed = useLedger((state) => state.summary?.accounts) ?? [];
  const accounts = useAccounts((state) => state.accounts);
  const nameOf = useAccountName();
  const { accountIds } = choices;
  const named = listed.map((each) => {
    const account = accounts?.find(({ id }) => id === each.id);
    return { ...each, name: account === undefined ? each.name : nameOf(account) };
  });
  if (named.length < 2 && accountIds.length === 0) return null;
  const value =
    accountIds.length === 0
      ? t('ledger.services.any')
      : accountIds.length === 1
        ? (named.find(({ id }) => id === accountIds[0])?.name ?? t('ledger.services.several', { count: 1 }))
        : t('ledger.services.several', { count: accountIds.length });
  return (
    <InlineChoice value={value} title={t('ledger.services.title')} side="bottom">
      {() => (
        <div className={styles['checks']}>
          {named.map(({ id, name, count }) => (
            <Checkbox
              key={id}
              label={name}
              count={format.number(count)}
              isChecked={accountIds.includes(id)}
              onChange={(isChecked) => {
                change({ accountIds: toggled(accountIds, id, isChecked) });
              }}
            />
          ))}
        </div>
      )}
    </InlineChoice>
  );
}

const directions = ['descending', 'ascending'] as const;
const orders = ledgerSorts.flatMap((by) => {
  // What one most likely wants stands first.
  const both = by === 'created' || by === 'opened' ? directions : directions.toReversed();
  return both.map((direction) => ({ by, direction }));
});

function OrderChoice({ control: { choices, change } }: { readonly control: ChoicesControl }) {
  const { t } = useWords();
  const { order } = choices;
  return (
    <InlineChoice
      value={t(`ledger.orders.${order.by}.${order.direction}`)}
      title={t('ledger.orders.title')}
      side="bottom"
    >
      {(close) => (
        <RadioList
          label={t('ledger.orders.title')}
          options={orders.map(({ by, direction }) => ({
            value: `${by} ${direction}`,
            label: t(`ledger.orders.${by}.${direction}`),
          }))}
          value={`${order.by} ${order.direction}`}
          onChange={(picked) => {
            const found = orders.find(({ by, direction }) => `${by} ${direction}` === picked);
            if (found !== undefined) change({ order: found });
          }}
          onPick={close}
        />
      )}
    </InlineChoice>
  );
}
