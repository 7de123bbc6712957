import { useMirror, useWords } from '../../state/services.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { Section } from '../../ui/section/section.tsx';
import styles from './settings-view.module.css';
import { useStoreSetting } from './use-store-setting.ts';

/** One switch for each thing that is told outside the window. */
export function NotificationSection() {
  const { t } = useWords();
  const { notifyOpened, notifyExpiring, notifyNames } = useMirror(({ settings }) => settings);
  const store = useStoreSetting();
  return (
    <Section title={t('listSettings.notifications.title')}>
      <div className={styles['switches']}>
        <Checkbox
          label={t('listSettings.notifications.opened')}
          isChecked={notifyOpened}
          onChange={(isOn) => {
            store({ notifyOpened: isOn });
          }}
        />
        <Checkbox
          label={t('listSettings.notifications.expiring')}
          isChecked={notifyExpiring}
          onChange={(isOn) => {
            store({ notifyExpiring: isOn });
          }}
        />
        {(notifyOpened || notifyExpiring) && (
          <Checkbox
            label={t('listSettings.notifications.names')}
            hint={t('listSettings.notifications.namesHint')}
            isChecked={notifyNames}
            onChange={(isOn) => {
              store({ notifyNames: isOn });
            }}
          />
        )}
      </div>
    </Section>
  );
}
