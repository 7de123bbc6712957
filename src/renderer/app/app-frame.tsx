import { Activity, Suspense, useEffect, useRef, useState } from 'react';
import { ComposeView } from '../features/compose/compose-view.tsx';
import type { Handover } from '../state/handover.ts';
import type { ViewName } from '../../shared/bridge/resident.ts';
import { useNavigation, useServices, useWords } from '../state/services.tsx';
import { Skeleton } from '../ui/skeleton/skeleton.tsx';
import { ToastProvider } from '../ui/toast/toast.tsx';
import styles from './app-frame.module.css';
import {
  AccountsView,
  HandoverView,
  LedgerView,
  OpenView,
  SettingsView,
  warmHandover,
} from './lazy-views.ts';
import { ClipboardStrip } from './clipboard-strip.tsx';
import { Closing } from './closing.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Overlays } from './overlays.tsx';
import { Rail } from './rail.tsx';
import { useAskedViews } from './use-asked-views.ts';
import { useViewKeys } from './use-view-keys.ts';
import { ViewBoundary } from './view-boundary.tsx';

/** The rail on the left, the view on the right. What is written survives a look at another view. */
export function AppFrame() {
  const { t } = useWords();
  const view = useNavigation((state) => state.view);
  const visits = useNavigation((state) => state.visits);
  const main = useRef<HTMLElement>(null);
  const [handover, setHandover] = useState<Handover | null>(null);
  const { unfinished } = useServices();
  useViewKeys();
  useAskedViews();
  useEffect(warmHandover, []);
  useEffect(() => {
    focusView(main.current);
  }, [view, visits, handover]);

  const handOver = (next: Handover | null): void => {
    // A password of one's own can be typed again; a generated one is nowhere else.
    unfinished.setState({ text: false, password: next?.division !== undefined });
    setHandover(next);
  };
  const focus = (): void => {
    focusView(main.current);
  };
  return (
    <ToastProvider label={t('app.notifications')}>
      <div className={styles['frame']}>
        <button type="button" className={styles['skip']} onClick={focus}>
          {t('app.skip')}
        </button>
        <Rail />
        <main ref={main} className={styles['main']}>
          <NoticeBar />
          <View name="compose" current={view} onArrive={focus}>
            {handover === null ? (
              <ComposeView onSealed={handOver} />
            ) : (
              <HandoverView
                handover={handover}
                onClose={() => {
                  handOver(null);
                }}
              />
            )}
          </View>
          <View name="sent" current={view} onArrive={focus}>
            <LedgerView />
          </View>
          <View name="open" current={view} onArrive={focus}>
            <OpenView />
          </View>
          <View name="settings" current={view} onArrive={focus}>
            <SettingsView />
          </View>
          <View name="accounts" current={view} onArrive={focus}>
            <AccountsView />
          </View>
          <ClipboardStrip />
        </main>
      </div>
      <Above />
    </ToastProvider>
  );
}

/** What comes over the views. */
const Above = () => (
  <>
    <Overlays />
    <Closing />
  </>
);

interface ViewProps {
  readonly name: ViewName;
  readonly current: ViewName;
  /** Its code was on the way and is there now. */
  readonly onArrive: () => void;
  readonly children: React.ReactNode;
}

/** Made when it is first gone to, and kept from then on. */
function View({ name, current, onArrive, children }: ViewProps) {
  const [isVisited, setIsVisited] = useState(name === current);
  if (name === current && !isVisited) setIsVisited(true);
  if (!isVisited) return null;
  return (
    <Activity mode={name === current ? 'visible' : 'hidden'}>
      <div className={styles['view']} data-view={name}>
        <ViewBoundary>
          <Suspense fallback={<Loading onLoaded={onArrive} />}>{children}</Suspense>
        </ViewBoundary>
      </div>
    </Activity>
  );
}

/** Stands where a view will be, for the moment its code takes. */
function Loading({ onLoaded }: { readonly onLoaded: () => void }) {
  const { t } = useWords();
  useEffect(() => onLoaded, [onLoaded]);
  return <Skeleton label={t('app.viewLoading')} lines={5} />;
}

/** To the field one came for, or to the heading, so that it is read aloud. */
function focusView(main: HTMLElement | null): void {
  const isShown = (element: HTMLElement): boolean => element.offsetParent !== null;
  const candidates = [...(main?.querySelectorAll<HTMLElement>('[data-view-focus], h1') ?? [])].filter(
    isShown,
  );
  const target = candidates.find((element) => element.dataset['viewFocus'] !== undefined) ?? candidates[0];
  target?.focus({ preventScroll: true });
}
