import { lockAfterMinutes } from '../../../shared/bridge/resident.ts';
import { answered } from '../../state/answered.ts';
import { useMirror, useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Kbd } from '../../ui/kbd/kbd.tsx';
import { Select } from '../../ui/select/select.tsx';
import { Section } from '../../ui/section/section.tsx';
import styles from './settings-view.module.css';
import { useStoreSetting } from './use-store-setting.ts';

type Minutes = (typeof lockAfterMinutes)[number];

const keyOf = (minutes: Minutes) => (minutes === null ? 'never' : (`${minutes}` as const));

export function LockSection() {
  const { t } = useWords();
  const { bridge } = useServices();
  const settings = useMirror((state) => state.settings);
  const platform = useMirror((state) => state.info.platform);
  const store = useStoreSetting();
  return (
    <Section title={t('lock.section')}>
      <div className={styles['row']}>
        <p className={styles['beside']}>{t('lock.sectionText')}</p>
        <Button
          hint={<Kbd keys={platform === 'darwin' ? ['⌘', 'L'] : ['Ctrl', 'L']} />}
          onClick={() => void answered(bridge.call('lock.now'))}
        >
          {t('lock.now')}
        </Button>
      </div>
      <Select
        label={t('lock.after')}
        options={lockAfterMinutes.map((minutes) => ({
          value: keyOf(minutes),
          label: t(`lock.afterMinutes.${keyOf(minutes)}`),
        }))}
        value={keyOf(settings.lockAfter)}
        onChange={(key) => {
          store({ lockAfter: lockAfterMinutes.find((minutes) => keyOf(minutes) === key) ?? null });
        }}
      />
      <Checkbox
        // Linux desktops lock their screens without telling the programs.
        label={t(platform === 'linux' ? 'lock.withSystemLinux' : 'lock.withSystem')}
        isChecked={settings.lockWithSystem}
        onChange={(lockWithSystem) => {
          store({ lockWithSystem });
        }}
      />
    </Section>
  );
}
