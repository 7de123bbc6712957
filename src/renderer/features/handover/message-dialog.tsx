import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Share } from '../../../shared/bridge/models.ts';
import { appLanguages, type Language } from '../../../shared/language.ts';
import { provide } from '../../i18n/i18n.ts';
import { useShares, useWords } from '../../state/services.tsx';
import { CopyButton } from '../../ui/copy-button/copy-button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import styles from './handover-view.module.css';
import { useCopy } from '../../state/use-copy.ts';

interface MessageDialogProps {
  readonly isOpen: boolean;
  readonly link: string;
  readonly share: Share;
  readonly onClose: () => void;
}

/** Words for the recipient, in the recipient's language, with the link and without the password. */
export function MessageDialog({ isOpen, link, share, onClose }: MessageDialogProps) {
  const { t, language: own } = useWords();
  const { i18n } = useTranslation();
  const [language, setLanguage] = useState<Language>(own);
  const copy = useCopy();
  const happened = useShares((state) => state.happened);
  const message = useMessage(language, link, share);
  const copyMessage = async (): Promise<boolean> => {
    const isCopied = await copy(message);
    // The link is in it.
    if (isCopied) happened(share.id, 'link-copied');
    return isCopied;
  };
  return (
    <Dialog
      isOpen={isOpen}
      title={t('handover.message.title')}
      lead={t('handover.message.note')}
      close={t('handover.message.close')}
      onClose={onClose}
      actions={
        <CopyButton look="primary" onCopy={copyMessage} copied={t('handover.message.copied')}>
          {t('handover.message.copy')}
        </CopyButton>
      }
    >
      <RadioList
        isInline
        label={t('handover.message.language')}
        options={appLanguages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        value={language}
        onChange={(chosen) => {
          void provide(i18n, chosen).then(() => {
            setLanguage(chosen);
          });
        }}
      />
      <blockquote className={styles['message']} lang={language} aria-label={t('handover.message.label')}>
        {message}
      </blockquote>
    </Dialog>
  );
}

function useMessage(language: Language, link: string, { expiresAt, maxAccess }: Share): string {
  const { i18n } = useTranslation();
  const { formatIn } = useWords();
  const t = i18n.getFixedT(language);
  const lines: string[] = [t('recipient.greeting'), t('recipient.link', { link }), t('recipient.password')];
  if (expiresAt !== null)
    lines.push(t('recipient.expires', { date: formatIn(language).absolute(expiresAt) }));
  if (maxAccess === 1) lines.push(t('recipient.once'));
  else if (maxAccess !== null) lines.push(t('recipient.limited', { count: maxAccess }));
  return lines.join('\n');
}
