import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, useState } from 'react';
import { useMirror, useWords } from '../../state/services.tsx';
import { afterPress } from '../../ui/after-press.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { TextField } from '../../ui/field/field.tsx';
import type { TokenInput } from './use-token-input.ts';

/** Takes a token, cleans what clings to it where the person sees it, and says at once when it is none. */
export function TokenField({ input }: { readonly input: TokenInput }) {
  const { t } = useWords();
  const isMemory = useMirror((state) => state.info.keychain === 'memory');
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  const hint = isMemory ? 'accounts.form.tokenHintMemory' : 'accounts.form.tokenHint';
  const paste = (event: ClipboardEvent): void => {
    // The whole clipboard, with the line breaks a field of one line would swallow unsaid.
    const isTaken = input.paste(event.clipboardData.getData('text/plain'));
    if (isTaken) event.preventDefault();
  };
  return (
    <TextField
      type={isShown ? 'text' : 'password'}
      label={t('accounts.form.token')}
      hint={<span role="status">{t(input.isCleaned ? 'accounts.form.tokenCleaned' : hint)}</span>}
      problem={problemWords(input.problem, t)}
      isMono
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={input.text}
      onPaste={paste}
      onBlur={() => {
        afterPress(input.leave);
      }}
      onChange={(event) => {
        input.type(event.target.value);
      }}
      trailing={
        <IconButton
          label={t(isShown ? 'accounts.form.tokenHide' : 'accounts.form.tokenShow')}
          icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            setIsShown(!isShown);
          }}
        />
      }
    />
  );
}

function problemWords(
  problem: TokenInput['problem'],
  t: ReturnType<typeof useWords>['t'],
): string | undefined {
  if (problem === null) return undefined;
  return t(problem === 'missing' ? 'accounts.form.tokenMissing' : 'accounts.form.tokenMalformed');
}
