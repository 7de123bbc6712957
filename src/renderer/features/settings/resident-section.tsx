import { useEffect, useState } from 'react';
import { type ResidentState, whenClosed } from '../../../shared/bridge/resident.ts';
import { answered } from '../../state/answered.ts';
import { useMirror, useServices, useWords } from '../../state/services.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { Section } from '../../ui/section/section.tsx';
import styles from './settings-view.module.css';
import { useStoreSetting } from './use-store-setting.ts';

export function ResidentSection() {
  const { t } = useWords();
  const { state, setStartAtLogin } = useResident();
  const closed = useMirror(({ settings }) => settings.whenClosed);
  const platform = useMirror(({ info }) => info.platform);
  const store = useStoreSetting();
  if (state === null) return null;
  return (
    <Section title={t('resident.section')}>
      {state.hasTray ? (
        <div className={styles['row']}>
          <span aria-hidden>{t('resident.whenClosed')}</span>
          <RadioList
            isInline
            label={t('resident.whenClosed')}
            options={whenClosed.map((value) => ({ value, label: t(`resident.whenClosedValues.${value}`) }))}
            value={closed}
            onChange={(value) => {
              store({ whenClosed: value });
            }}
          />
        </div>
      ) : (
        <p className={styles['text']}>
          {t(platform === 'darwin' ? 'resident.noTrayMac' : 'resident.noTray')}
        </p>
      )}
      {state.startsAtLogin === 'not-installed' ? (
        <p className={styles['text']}>{t('resident.notInstalled')}</p>
      ) : (
        <Checkbox
          label={t('resident.startAtLogin')}
          isChecked={state.startsAtLogin === 'on'}
          onChange={(isOn) => void setStartAtLogin(isOn)}
        />
      )}
    </Section>
  );
}

/** What the desktop offers and the system says now. */
function useResident() {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const [state, setState] = useState<ResidentState | null>(null);
  useEffect(() => {
    void answered(bridge.call('resident.state')).then(setState);
    return bridge.on('resident.changed', setState);
  }, [bridge]);
  const setStartAtLogin = async (isOn: boolean): Promise<void> => {
    const now = await answered(bridge.call('resident.startAtLogin', { isOn }));
    if (now !== null) setState(now);
    if (now?.startsAtLogin !== (isOn ? 'on' : 'off'))
      toast({ text: t('resident.loginFailed'), isUrgent: true });
  };
  return { state, setStartAtLogin };
}
