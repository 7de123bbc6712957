import { useEffect, useState } from 'react';
import { quickModes } from '../../../shared/bridge/quick-share.ts';
import { answered } from '../../state/answered.ts';
import { useMirror, useServices, useWords } from '../../state/services.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Section } from '../../ui/section/section.tsx';
import styles from './settings-view.module.css';
import { ShortcutRow } from './shortcut-row.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useStoreSetting } from './use-store-setting.ts';

/** The shortcuts, and what the tray shows. */
export function QuickSettings() {
  const { t } = useWords();
  const store = useStoreSetting();
  const shortcuts = useShortcuts();
  const hasTray = useTray();
  const trayNames = useMirror((state) => state.settings.trayNames);
  return (
    <Section title={t('quick.settings.title')}>
      <p className={styles['text']}>{t('quick.settings.lead')}</p>
      {shortcuts?.obstacle === 'wayland' ? (
        <p className={styles['text']}>{t('quick.settings.wayland')}</p>
      ) : (
        shortcuts !== null &&
        quickModes.map((mode) => <ShortcutRow key={mode} mode={mode} shortcut={shortcuts[mode]} />)
      )}
      {hasTray !== null && (
        <p className={styles['text']}>
          {t(hasTray ? 'quick.settings.trayThere' : 'quick.settings.trayMissing')}
        </p>
      )}
      {hasTray === true && (
        <Checkbox
          label={t('quick.settings.names')}
          hint={t('quick.settings.namesText')}
          isChecked={trayNames}
          onChange={(isChecked) => {
            store({ trayNames: isChecked });
          }}
        />
      )}
    </Section>
  );
}

function useTray(): boolean | null {
  const { bridge } = useServices();
  const [isThere, setIsThere] = useState<boolean | null>(null);
  useEffect(() => {
    void answered(bridge.call('tray.state')).then((state) => {
      setIsThere(state?.isThere ?? null);
    });
  }, [bridge]);
  return isThere;
}
