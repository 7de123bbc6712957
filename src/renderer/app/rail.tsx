import { type LucideIcon, MailOpen, PenLine, Send, Settings as SettingsIcon } from 'lucide-react';
import { railViews, type RailView } from '../state/navigation-store.ts';
import { useMirror, useNavigation, useWords } from '../state/services.tsx';
import { Seal } from '../ui/seal/seal.tsx';
import { Tooltip } from '../ui/tooltip/tooltip.tsx';
import styles from './rail.module.css';
import { ServiceFoot } from './service-foot.tsx';

const icons: Record<RailView, LucideIcon> = {
  compose: PenLine,
  sent: Send,
  open: MailOpen,
  settings: SettingsIcon,
};

export function Rail() {
  const { t } = useWords();
  return (
    <header className={styles['rail']}>
      <div className={styles['mark']}>
        <Seal shape="whole" size={22} />
        <span className={styles['name']}>{t('app.name')}</span>
      </div>
      <nav aria-label={t('nav.label')} className={styles['nav']}>
        <ul className={styles['list']}>
          {railViews.map((view, index) => (
            <li key={view}>
              <RailItem view={view} place={index + 1} />
            </li>
          ))}
        </ul>
      </nav>
      <ServiceFoot />
    </header>
  );
}

function RailItem({ view, place }: { readonly view: RailView; readonly place: number }) {
  const { t } = useWords();
  const current = useNavigation((state) => state.view);
  const go = useNavigation((state) => state.go);
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  const Icon = icons[view];
  const keys = isMac ? `⌘${String(place)}` : `Ctrl+${String(place)}`;
  return (
    <Tooltip text={`${t(`nav.${view}`)} (${keys})`}>
      <button
        type="button"
        className={styles['item']}
        aria-current={view === current ? 'page' : undefined}
        aria-keyshortcuts={`${isMac ? 'Meta' : 'Control'}+${String(place)}`}
        onClick={() => {
          go(view);
        }}
      >
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        <span className={styles['label']}>{t(`nav.${view}`)}</span>
      </button>
    </Tooltip>
  );
}
