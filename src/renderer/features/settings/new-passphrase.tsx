import { useState } from 'react';
import { MIN_PASSPHRASE_LENGTH } from '../../../shared/bridge/ledger.ts';
import { useWords } from '../../state/services.tsx';
import { PassphraseField } from '../../ui/field/passphrase-field.tsx';

interface NewPassphrase {
  readonly first: string;
  readonly second: string;
  readonly setFirst: (text: string) => void;
  readonly setSecond: (text: string) => void;
  readonly isShort: boolean;
  readonly isDifferent: boolean;
  /** The passphrase, if it is long enough and twice the same; from then on it is said what it lacks. */
  readonly take: () => string | null;
  readonly clear: () => void;
}

/** A passphrase that cannot be seen while it is typed, and cannot be recovered: given twice. */
export function useNewPassphrase(): NewPassphrase {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const isShort = first.length < MIN_PASSPHRASE_LENGTH;
  return {
    ...{ first, second, setFirst, setSecond },
    isShort: wasTried && isShort,
    isDifferent: wasTried && !isShort && first !== second,
    take: () => {
      setWasTried(true);
      return isShort || first !== second ? null : first;
    },
    clear: () => {
      setFirst('');
      setSecond('');
      setWasTried(false);
    },
  };
}

interface NewPassphraseFieldsProps {
  readonly fields: NewPassphrase;
  /** Whose labels they carry: the first passphrase there is, or one in the place of another. */
  readonly of: 'setPassphrase' | 'changePassphrase';
}

export function NewPassphraseFields({ fields, of }: NewPassphraseFieldsProps) {
  const { t } = useWords();
  const short = t('listSettings.setPassphrase.short', { count: MIN_PASSPHRASE_LENGTH });
  return (
    <>
      <PassphraseField
        isNew
        label={t(`listSettings.${of}.first`)}
        hint={short}
        problem={fields.isShort ? short : undefined}
        value={fields.first}
        onChange={fields.setFirst}
      />
      <PassphraseField
        isNew
        label={t(`listSettings.${of}.second`)}
        problem={fields.isDifferent ? t('listSettings.setPassphrase.differ') : undefined}
        value={fields.second}
        onChange={fields.setSecond}
      />
    </>
  );
}
