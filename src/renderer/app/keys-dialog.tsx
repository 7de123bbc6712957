import { useId } from 'react';
import { useMirror, useOverlay, useWords } from '../state/services.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Facts } from '../ui/facts/facts.tsx';
import { Kbd } from '../ui/kbd/kbd.tsx';
import styles from './overlays.module.css';

/** Every key the program listens to. */
export function KeysDialog() {
  const { t } = useWords();
  const close = useOverlay((state) => state.close);
  const isMac = useMirror((state) => state.info.platform === 'darwin');
  const command = isMac ? '⌘' : 'Ctrl';
  const groups = [
    [
      'everywhere',
      [
        ['palette', [command, 'K']],
        ['compose', [command, 'N']],
        ['views', [command, '1 … 4']],
        ['settings', [command, ',']],
        ['lock', [command, 'L']],
        ['sheet', ['?']],
        ['closing', ['Esc']],
      ],
    ],
    ['compose', [['submit', [command, '↵']]]],
    [
      'sent',
      [
        ['rows', ['↑', '↓']],
        ['details', ['↵']],
      ],
    ],
  ] as const;
  return (
    <Dialog isOpen title={t('keys.title')} close={t('keys.close')} onClose={close}>
      <div className={styles['groups']}>
        {groups.map(([group, rows]) => (
          <Group key={group} title={t(`keys.groups.${group}`)}>
            <Facts
              rows={rows.map(([name, keys]) => [t(`keys.${name}`), <Kbd key={name} keys={keys} isSpoken />])}
            />
          </Group>
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['group']}>
      <h3 id={id} className={styles['heading']}>
        {title}
      </h3>
      {children}
    </section>
  );
}
