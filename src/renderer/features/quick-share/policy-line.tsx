import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { useMirror, useWords } from '../../state/services.tsx';
import { offeredAccesses, offeredLifetimes } from './policy-choices.ts';
import styles from './quick-view.module.css';
import type { QuickPolicy } from './use-quick-share.ts';

interface PolicyLineProps {
  readonly policy: QuickPolicy;
  readonly isDisabled: boolean;
}

const keyOf = (value: number | null): string => (value === null ? 'none' : String(value));
const valueOf = (key: string): number | null => (key === 'none' ? null : Number(key));

/** Expiry and accesses as two short lists of the system's own: they may reach beyond this small window. */
export function PolicyLine({ policy, isDisabled }: PolicyLineProps) {
  const { t, format } = useWords();
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  const modifier = isMac ? 'Meta' : 'Control';
  const shown = isMac ? '⌘' : 'Ctrl+';
  return (
    <div className={styles['policy']}>
      <InlineList
        label={t('quick.expiry')}
        keys={`${modifier}+E`}
        hint={`${shown}E`}
        isDisabled={isDisabled}
        value={policy.lifetime}
        options={offeredLifetimes(policy)}
        words={(seconds) => (seconds === null ? t('compose.expiry.never') : format.ahead(seconds * 1000))}
        onChange={policy.setLifetime}
      />
      <InlineList
        label={t('quick.access')}
        keys={`${modifier}+O`}
        hint={`${shown}O`}
        isDisabled={isDisabled}
        value={policy.access}
        options={offeredAccesses(policy)}
        words={(count) => {
          if (count === null) return t('compose.access.unlimited');
          return count === 1 ? t('compose.access.once') : t('compose.access.times', { count });
        }}
        onChange={policy.setAccess}
      />
    </div>
  );
}

interface InlineListProps {
  readonly label: string;
  readonly keys: string;
  readonly hint: string;
  readonly isDisabled: boolean;
  readonly value: number | null;
  readonly options: readonly (number | null)[];
  readonly words: (value: number | null) => string;
  readonly onChange: (value: number | null) => void;
}

function InlineList(props: InlineListProps) {
  const id = useId();
  const { label, keys, hint, isDisabled, value, options, words, onChange } = props;
  return (
    <span className={styles['choice']} title={hint}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['list']}>
        <select
          id={id}
          className={styles['select']}
          value={keyOf(value)}
          disabled={isDisabled}
          aria-keyshortcuts={keys}
          onChange={(event) => {
            onChange(valueOf(event.target.value));
          }}
        >
          {options.map((option) => (
            <option key={keyOf(option)} value={keyOf(option)}>
              {words(option)}
            </option>
          ))}
        </select>
        <ChevronDown size={12} strokeWidth={2} className={styles['chevron']} aria-hidden />
      </span>
    </span>
  );
}
