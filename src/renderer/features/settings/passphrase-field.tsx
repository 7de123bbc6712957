import { TextField } from '../../ui/field/field.tsx';

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
/** The shortest one that may be set. */
export const MIN_PASSPHRASE = 8;

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
