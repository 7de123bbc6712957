import {
  AtSign,
  BookOpen,
  FileDown,
  Info,
  Keyboard,
  Languages,
  Lock,
  type LucideIcon,
  MailOpen,
  PenLine,
  Scale,
  Send,
  Settings,
  SunMoon,
  Users,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes } from '../../shared/bridge/models.ts';
import { appLanguages } from '../../shared/language.ts';
import { provide } from '../i18n/i18n.ts';
import { useAccountName } from '../state/accounts.ts';
import { answered } from '../state/answered.ts';
import {
  useAccounts,
  useMirror,
  useNavigation,
  useOverlay,
  useServices,
  useWords,
} from '../state/services.tsx';
import { type Command, Palette } from '../ui/palette/palette.tsx';
import { useLoginCommand } from './use-login-command.tsx';

/** Everything the program can do, by its name in whichever language comes to mind. */
export function CommandPalette() {
  const { t } = useWords();
  const commands = useCommands();
  const close = useOverlay((state) => state.close);
  return (
    <Palette
      isOpen
      label={t('palette.label')}
      placeholder={t('palette.placeholder')}
      empty={t('palette.empty')}
      commands={commands}
      onClose={close}
    />
  );
}

const sign = (Icon: LucideIcon) => <Icon size={18} strokeWidth={1.75} aria-hidden />;

function useCommands(): readonly Command[] {
  const { t } = useWords();
  const namesOf = useNamesInEveryLanguage();
  const views = useViewCommands(namesOf);
  const accounts = useAccountCommands();
  const settings = useSettingCommands(namesOf);
  const login = useLoginCommand(namesOf);
  const show = useOverlay((state) => state.show);
  const { bridge } = useServices();
  const command = useMirror((state) => (state.info.platform === 'darwin' ? '⌘' : 'Ctrl'));
  const overlays = (
    [
      ['keys', Keyboard, ['?']],
      ['export', FileDown, undefined],
      ['introduction', BookOpen, undefined],
      ['about', Info, undefined],
      ['licences', Scale, undefined],
    ] as const
  ).map(([name, Icon, keys]) => ({
    id: name,
    label: t(`palette.${name}`),
    aliases: namesOf(`palette.${name}`),
    icon: sign(Icon),
    ...(keys !== undefined && { keys }),
    run: () => {
      show(name);
    },
  }));
  const lock: Command = {
    id: 'lock',
    label: t('palette.lock'),
    aliases: namesOf('palette.lock'),
    icon: sign(Lock),
    keys: [command, 'L'],
    run: () => void answered(bridge.call('lock.now')),
  };
  return [...views, ...accounts, lock, ...settings, ...login, ...overlays];
}

type NamesOf = (key: string) => readonly string[];

/** The words of each language: somebody may think of a thing in the one that is not spoken. */
function useNamesInEveryLanguage(): NamesOf {
  const { i18n } = useTranslation();
  const [, setIsReady] = useState(false);
  useEffect(() => {
    void Promise.all(appLanguages.map((language) => provide(i18n, language))).then(() => {
      setIsReady(true);
    });
  }, [i18n]);
  return (key) =>
    appLanguages
      .filter((language) => i18n.hasResourceBundle(language, 'words'))
      .map((language) => String(i18n.getResource(language, 'words', key)));
}

function useViewCommands(namesOf: NamesOf): readonly Command[] {
  const { t } = useWords();
  const go = useNavigation((state) => state.go);
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  const command = isMac ? '⌘' : 'Ctrl';
  const views = [
    ['compose', PenLine, [command, 'N']],
    ['sent', Send, [command, '2']],
    ['open', MailOpen, [command, '3']],
    ['settings', Settings, [command, ',']],
    ['accounts', Users, undefined],
  ] as const;
  return views.map(([view, Icon, keys]) => ({
    id: view,
    label: t(`palette.${view}`),
    aliases: [
      ...namesOf(`palette.${view}`),
      ...namesOf(view === 'accounts' ? 'accounts.title' : `nav.${view}`),
    ],
    icon: sign(Icon),
    ...(keys !== undefined && { keys }),
    run: () => {
      go(view);
    },
  }));
}

function useAccountCommands(): readonly Command[] {
  const { t } = useWords();
  const { accounts, use: makeCurrent } = useAccounts((state) => state);
  const name = useAccountName();
  const go = useNavigation((state) => state.go);
  const others = (accounts ?? []).filter(({ isCurrent }) => !isCurrent);
  return others.map((account) => ({
    id: `account-${account.id}`,
    label: t('palette.use', { name: name(account) }),
    aliases: [account.origin],
    icon: sign(AtSign),
    run: () => {
      void makeCurrent(account.id);
      go('compose');
    },
  }));
}

function useSettingCommands(namesOf: NamesOf): readonly Command[] {
  const { t } = useWords();
  const { mirror } = useServices();
  const settings = useMirror((state) => state.settings);
  const change = mirror.getState().change;
  const themeCommands = themes
    .filter((theme) => theme !== settings.theme)
    .map((theme) => ({
      id: `theme-${theme}`,
      label: t(`palette.theme.${theme}`),
      aliases: namesOf(`palette.theme.${theme}`),
      icon: sign(SunMoon),
      run: () => void change({ theme }),
    }));
  const languageCommands = languages
    .filter((language) => language !== settings.language)
    .map((language) => ({
      id: `language-${language}`,
      label: t(`palette.language.${language}`),
      aliases: namesOf(`palette.language.${language}`),
      icon: sign(Languages),
      run: () => void change({ language }),
    }));
  return [...themeCommands, ...languageCommands];
}
