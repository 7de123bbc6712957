import { languages, themes } from '../../../shared/bridge/models.ts';
import { useAccountName, useCurrentAccount } from '../../state/accounts.ts';
import { useMirror, useNavigation, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Kbd } from '../../ui/kbd/kbd.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import { useToast } from '../../ui/toast/toast.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Section } from '../../ui/section/section.tsx';
import { ClipboardSettings } from './clipboard-settings.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { GuideRow } from './guide-row.tsx';
import { LockSection } from './lock-section.tsx';
import { ProtectionSection } from './protection-section.tsx';
import { ResidentSection } from './resident-section.tsx';
import { ListSection } from './list-section.tsx';
import { NotificationSection } from './notification-section.tsx';
import { QuickSettings } from './quick-settings.tsx';
import styles from './settings-view.module.css';
import { UpdatesSection } from './updates-section.tsx';

export function SettingsView() {
  const { t } = useWords();
  return (
    <Page title={t('settings.title')}>
      <Look />
      <Accounts />
      <QuickSettings />
      <ClipboardSettings />
      <ResidentSection />
      <LockSection />
      <ProtectionSection />
      <NotificationSection />
      <ListSection />
      <Notices />
      <Section title={t('settings.trust')}>
        <p className={styles['text']}>{t('settings.trustText')}</p>
      </Section>
      <Keys />
      <Section title={t('settings.diagnostics')}>
        <Diagnostics />
      </Section>
      <UpdatesSection />
      <About />
    </Page>
  );
}

function Look() {
  const { t } = useWords();
  const toast = useToast();
  const settings = useMirror((state) => state.settings);
  const change = useMirror((state) => state.change);
  const store = async (next: Partial<typeof settings>): Promise<void> => {
    if (!(await change(next))) toast({ text: t('settings.failed'), isUrgent: true });
  };
  return (
    <Section title={t('settings.look')}>
      <div className={styles['row']}>
        <span aria-hidden>{t('settings.theme')}</span>
        <RadioList
          isInline
          label={t('settings.theme')}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => void store({ theme })}
        />
      </div>
      <div className={styles['row']}>
        <span aria-hidden>{t('settings.language')}</span>
        <RadioList
          isInline
          label={t('settings.language')}
          options={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
          value={settings.language}
          onChange={(language) => void store({ language })}
        />
      </div>
    </Section>
  );
}

function Accounts() {
  const { t } = useWords();
  const go = useNavigation((state) => state.go);
  const account = useCurrentAccount();
  const name = useAccountName();
  return (
    <Section title={t('settings.accounts')}>
      <div className={styles['row']}>
        <p>{account !== null && t('settings.accountsText', { name: name(account) })}</p>
        <Button
          onClick={() => {
            go('accounts');
          }}
        >
          {t('accounts.manage')}
        </Button>
      </div>
    </Section>
  );
}

function Notices() {
  const { t } = useWords();
  const notices = useMirror((state) => state.info.notices);
  return (
    <Section title={t('settings.notices')}>
      {notices.length === 0 && <p className={styles['text']}>{t('settings.noNotices')}</p>}
      {notices.map((notice) => (
        <Notice key={notice} tone="warn" title={t(`notice.${notice}.title`)}>
          {t(`notice.${notice}.text`)}
        </Notice>
      ))}
    </Section>
  );
}

function Keys() {
  const { t } = useWords();
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  const command = isMac ? '⌘' : 'Ctrl';
  const rows = [
    ['views', [command, '1 … 4']],
    ['submit', [command, '↵']],
    ['search', [command, 'F']],
    ['selectAll', [command, 'A']],
    ['undo', [command, 'Z']],
    ['close', ['Esc']],
    ['lock', [command, 'L']],
  ] as const;
  return (
    <Section title={t('settings.shortcuts')}>
      <Facts
        rows={rows.map(([name, keys]) => [
          t(`settings.shortcut.${name}`),
          <Kbd key={name} keys={keys} isSpoken />,
        ])}
      />
    </Section>
  );
}

function About() {
  const { t } = useWords();
  const info = useMirror((state) => state.info);
  const service = useMirror((state) => state.service);
  const isUnofficial = info.notices.includes('unofficial-runtime');
  const { version, electronVersion } = info;
  const rows = [
    [t('settings.version'), version],
    [
      t('settings.electron'),
      isUnofficial ? t('settings.electronUnofficial', { version: electronVersion }) : electronVersion,
    ],
    [t('settings.keychain'), t(`settings.keychains.${info.keychain}`)],
    [t('settings.service'), service.status === 'running' ? service.origin : t(`service.${service.status}`)],
  ] as const;
  return (
    <Section title={t('settings.about')}>
      <Facts rows={rows} />
      <GuideRow />
    </Section>
  );
}
