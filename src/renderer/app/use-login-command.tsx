import { Power } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ResidentState } from '../../shared/bridge/resident.ts';
import { answered } from '../state/answered.ts';
import { useServices, useWords } from '../state/services.tsx';
import type { Command } from '../ui/palette/palette.tsx';
import { useToast } from '../ui/toast/toast.tsx';

/** Starting with the session, on or off: the one that is not so now. None where the system has no place for it. */
export function useLoginCommand(namesOf: (key: string) => readonly string[]): readonly Command[] {
  const { t } = useWords();
  const { bridge } = useServices();
  const toast = useToast();
  const [starts, setStarts] = useState<ResidentState['startsAtLogin']>('not-installed');
  useEffect(() => {
    void answered(bridge.call('resident.state')).then((state) => {
      if (state !== null) setStarts(state.startsAtLogin);
    });
  }, [bridge]);
  if (starts === 'not-installed') return [];
  const wanted = starts === 'on' ? 'off' : 'on';
  const run = async (): Promise<void> => {
    const now = await answered(bridge.call('resident.startAtLogin', { isOn: wanted === 'on' }));
    if (now?.startsAtLogin === wanted) toast({ text: t(`palette.loginDone.${wanted}`) });
    else toast({ text: t('resident.loginFailed'), isUrgent: true });
  };
  return [
    {
      id: 'start-at-login',
      label: t(`palette.login.${wanted}`),
      aliases: namesOf(`palette.login.${wanted}`),
      icon: <Power size={18} strokeWidth={1.75} aria-hidden />,
      run: () => void run(),
    },
  ];
}
