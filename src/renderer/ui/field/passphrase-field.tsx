import { TextField } from './field.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly isNew?: boolean;
  readonly onChange: (value: string) => void;
}

/** As long as the bridge takes. */
const MAX_LENGTH = 1024;

export function PassphraseField({ isNew = false, onChange, ...field }: PassphraseFieldProps) {
  return (
    <TextField
      {...field}
      type="password"
      maxLength={MAX_LENGTH}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
