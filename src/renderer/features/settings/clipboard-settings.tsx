import { clearingTimes } from '../../../shared/bridge/quick-settings.ts';
import { useClipboard, useMirror, useWords } from '../../state/services.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Select } from '../../ui/select/select.tsx';
import { Section } from '../../ui/section/section.tsx';
import styles from './settings-view.module.css';
import { useStoreSetting } from './use-store-setting.ts';

/** How long what was copied stays, and what histories of the clipboard get to keep. */
export function ClipboardSettings() {
  const { t } = useWords();
  const store = useStoreSetting();
  const { clipboardClearSeconds, quickPreview } = useMirror((state) => state.settings);
  const options = [
    ...clearingTimes.map((seconds) => ({
      value: String(seconds),
      label: t(`clipboard.settings.times.s${seconds}`),
    })),
    { value: 'never', label: t('clipboard.settings.times.never') },
  ];
  return (
    <Section title={t('clipboard.settings.title')}>
      <Select
        label={t('clipboard.settings.clear')}
        options={options}
        value={clipboardClearSeconds === null ? 'never' : String(clipboardClearSeconds)}
        onChange={(value) => {
          const seconds = clearingTimes.find((time) => String(time) === value) ?? null;
          store({ clipboardClearSeconds: seconds });
        }}
      />
      <p className={styles['text']}>{t('clipboard.settings.clearText')}</p>
      <Marks />
      <Checkbox
        label={t('clipboard.settings.preview')}
        hint={t('clipboard.settings.previewText')}
        isChecked={quickPreview}
        onChange={(isChecked) => {
          store({ quickPreview: isChecked });
        }}
      />
    </Section>
  );
}

function Marks() {
  const { t } = useWords();
  const store = useStoreSetting();
  const canMark = useClipboard((state) => state.canMark);
  const isOn = useMirror((state) => state.settings.clipboardMarks);
  const version = useMirror((state) => state.info.electronVersion);
  if (!canMark) {
    return (
      <div>
        <p>{t('clipboard.settings.marks')}</p>
        <p className={styles['text']}>{t('clipboard.settings.marksImpossible', { version })}</p>
      </div>
    );
  }
  return (
    <Checkbox
      label={t('clipboard.settings.marks')}
      hint={t('clipboard.settings.marksText')}
      isChecked={isOn}
      onChange={(clipboardMarks) => {
        store({ clipboardMarks });
      }}
    />
  );
}
