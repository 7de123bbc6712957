import { useEffect, useState } from 'react';
import type { Updates } from '../../../shared/bridge/updates.ts';
import { answered } from '../../state/answered.ts';
import { useMirror, useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/checkbox/checkbox.tsx';
import { ProgressBar } from '../../ui/progress/progress.tsx';
import { cx } from '../../ui/cx.ts';
import { Section } from '../../ui/section/section.tsx';
import styles from './settings-view.module.css';
import { useStoreSetting } from './use-store-setting.ts';

/** Looking for a newer version, fetching it and changing over to it: each when the person says so. */
export function UpdatesSection() {
  const { t } = useWords();
  const updates = useUpdates();
  if (updates === null) return null;
  const { now, hasPage } = updates;
  return (
    <Section title={t('updates.section')}>
      <p className={styles['text']}>{t(now.state === 'off' ? `updates.off.${now.owner}` : 'updates.text')}</p>
      {now.state !== 'off' && <Newest updates={updates} />}
      {hasPage && <PageRow />}
    </Section>
  );
}

function Newest({ updates: { now, lookedAt } }: { readonly updates: Updates }) {
  const { t, format } = useWords();
  const isWanted = useMirror((state) => state.settings.looksForUpdates);
  const words = useStateWords(now);
  const store = useStoreSetting();
  return (
    <>
      <div className={styles['row']}>
        <div className={cx(styles['beside'], styles['switches'])}>
          <p role="status">
            <strong className={styles['strong']}>{words.title}</strong>
            {words.text !== null && ` ${words.text}`}
          </p>
          {now.state === 'downloading' && (
            <ProgressBar label={t('updates.progress')} share={now.percent / 100} />
          )}
          {RESTING.has(now.state) && (
            <p>
              {lookedAt === null
                ? t('updates.never')
                : t('updates.lookedAt', { when: format.dateTime(lookedAt) })}
            </p>
          )}
        </div>
        <Act now={now} />
      </div>
      <Checkbox
        label={t('updates.daily')}
        hint={t('updates.dailyHint')}
        isChecked={isWanted}
        onChange={(looksForUpdates) => {
          store({ looksForUpdates });
        }}
      />
    </>
  );
}

/** Nothing is going on that would be more worth knowing than when it was looked last. */
const RESTING: ReadonlySet<string> = new Set<Updates['now']['state']>(['idle', 'none', 'failed']);

/** What has happened, and what that means for the person. */
function useStateWords(now: Updates['now']): { readonly title: string; readonly text: string | null } {
  const { t, format } = useWords();
  const mine = useMirror((state) => state.info.version);
  switch (now.state) {
    case 'off':
    case 'idle':
      return { title: t('updates.state.idle', { version: mine }), text: null };
    case 'looking':
      return { title: t('updates.state.looking'), text: null };
    case 'none':
      return { title: t('updates.state.none', { version: mine }), text: null };
    case 'available':
    case 'downloading': {
      const { version, releasedAt, bytes } = now.release;
      return {
        title: t(`updates.state.${now.state}`, { version }),
        text: t('updates.about', { day: format.day(releasedAt), size: format.size(bytes) }),
      };
    }
    case 'ready':
      return {
        title: t('updates.state.ready', { version: now.release.version }),
        text: t('updates.ready'),
      };
    case 'failed':
      return { title: failureTitle(now, t), text: t(`updates.why.${now.why}`) };
  }
}

function failureTitle(
  { why, release }: Extract<Updates['now'], { state: 'failed' }>,
  t: ReturnType<typeof useWords>['t'],
): string {
  if (release === null) return t('updates.state.failed');
  const { version } = release;
  return t(why === 'install' ? 'updates.state.notInstalled' : 'updates.state.notFetched', { version });
}

/** One button whose meaning goes along, so that it keeps its place and the focus. */
function Act({ now }: { readonly now: Updates['now'] }) {
  const { t } = useWords();
  const { bridge } = useServices();
  const act = actOf(now);
  return (
    <Button
      look={act === 'install' ? 'primary' : 'plain'}
      isBusy={now.state === 'looking'}
      onClick={() => void answered(bridge.call(`updates.${act}`))}
    >
      {t(now.state === 'failed' ? 'updates.retry' : `updates.${act}`)}
    </Button>
  );
}

function actOf(now: Updates['now']): 'look' | 'download' | 'stop' | 'install' {
  switch (now.state) {
    case 'available':
      return 'download';
    case 'downloading':
      return 'stop';
    case 'ready':
      return 'install';
    case 'failed':
      return now.release === null ? 'look' : 'download';
    default:
      return 'look';
  }
}

function PageRow() {
  const { t } = useWords();
  const { bridge } = useServices();
  return (
    <div className={styles['row']}>
      <p className={styles['beside']}>{t('updates.pageText')}</p>
      <Button onClick={() => void answered(bridge.call('updates.openPage'))}>{t('updates.page')}</Button>
    </div>
  );
}

function useUpdates(): Updates | null {
  const { bridge } = useServices();
  const [updates, setUpdates] = useState<Updates | null>(null);
  useEffect(() => {
    const leave = bridge.on('updates.changed', setUpdates);
    void answered(bridge.call('updates.state')).then((state) => {
      // What was told meanwhile is newer.
      setUpdates((told) => told ?? state);
    });
    return leave;
  }, [bridge]);
  return updates;
}
