import { Eye, EyeOff } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { useWords } from '../../state/services.tsx';
import { Button, IconButton } from '../../ui/button/button.tsx';
import { TextArea, TextField } from '../../ui/field/field.tsx';
import { Page } from '../../ui/page/page.tsx';
import { OpeningNotice } from './opening-notice.tsx';
import styles from './open-view.module.css';
import type { Opening } from './use-opening.ts';

const labels = { idle: 'open.submit', fetching: 'open.fetching', opening: 'open.opening' } as const;

export function OpenForm({ opening }: { readonly opening: Opening }) {
  const { t } = useWords();
  const [source, setSource] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setIsTried] = useState(false);
  const isKept = opening.isKept(source);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (source.trim() !== '' && password !== '' && opening.phase === 'idle')
      void opening.run(source, password);
  };
  return (
    <Page title={t('open.title')} lead={t('open.lead')}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <TextArea
          label={t('open.source')}
          hint={t(isKept ? 'open.kept' : 'open.sourceHint')}
          problem={isTried && source.trim() === '' ? t('open.missingSource') : undefined}
          rows={3}
          isMono
          spellCheck={false}
          autoComplete="off"
          placeholder={t('open.sourcePlaceholder')}
          value={source}
          data-view-focus
          onChange={(event) => {
            setSource(event.target.value);
            opening.clearProblem();
          }}
          onKeyDown={(event) => {
            // A link is one line: Enter goes on, as in any field of one line.
            if (event.key === 'Enter' && !event.shiftKey) submit(event);
          }}
        />
        <PasswordField
          password={password}
          problem={isTried && password === '' ? t('open.missingPassword') : undefined}
          onChange={(next) => {
            setPassword(next);
            opening.clearProblem();
          }}
        />
        {opening.problem !== null && <OpeningNotice problem={opening.problem} />}
        <div className={styles['submit']}>
          <Button type="submit" look="primary" size="l" isBusy={opening.phase !== 'idle'}>
            {t(labels[opening.phase])}
          </Button>
        </div>
      </form>
    </Page>
  );
}

interface PasswordFieldProps {
  readonly password: string;
  readonly problem: string | undefined;
  readonly onChange: (password: string) => void;
}

function PasswordField({ password, problem, onChange }: PasswordFieldProps) {
  const { t } = useWords();
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      type={isShown ? 'text' : 'password'}
      label={t('open.password')}
      hint={t('open.passwordHint')}
      problem={problem}
      isMono
      autoComplete="off"
      spellCheck={false}
      value={password}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      trailing={
        <IconButton
          label={t(isShown ? 'compose.unlock.hide' : 'compose.unlock.show')}
          icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setIsShown(!isShown);
          }}
        />
      }
    />
  );
}
