import { Search, X } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { IconButton } from '../button/button.tsx';
import styles from './search-field.module.css';

interface SearchFieldProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'className' | 'type' | 'value' | 'onChange'
> {
  readonly label: string;
  readonly clear: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

export function SearchField({ label, clear, value, onSearch, ...native }: SearchFieldProps) {
  return (
    <div className={styles['field']} role="search">
      <Search className={styles['icon']} size={16} strokeWidth={1.75} aria-hidden />
      <input
        {...native}
        type="search"
        className={styles['input']}
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          onSearch(event.target.value);
        }}
      />
      {value !== '' && (
        <IconButton
          label={clear}
          icon={<X size={16} strokeWidth={1.75} aria-hidden />}
          onClick={(event) => {
            onSearch('');
            event.currentTarget.parentElement?.querySelector('input')?.focus();
          }}
        />
      )}
    </div>
  );
}
