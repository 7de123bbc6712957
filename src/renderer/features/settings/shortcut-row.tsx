import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { recordKeys, shownKeys, shownModifiers } from '../../../shared/accelerator.ts';
import type { QuickMode, SetShortcutOutput, ShortcutState } from '../../../shared/bridge/quick-share.ts';
import { answered } from '../../state/answered.ts';
import { useMirror, useServices, useWords } from '../../state/services.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Kbd } from '../../ui/kbd/kbd.tsx';
import styles from './settings-view.module.css';
import rows from './shortcut-row.module.css';

interface ShortcutRowProps {
  readonly mode: QuickMode;
  readonly shortcut: ShortcutState;
}

type Problem = 'unfit' | 'taken' | 'refused' | 'storage';

/** One shortcut: what it does, its keys, and how to choose others by pressing them. */
export function ShortcutRow({ mode, shortcut }: ShortcutRowProps) {
  const { t } = useWords();
  const platform = useMirror((state) => state.info.platform);
  const { isRecording, start, stop, held, problem, take, remove } = useRecorder(mode);
  const chooser = useFocusAfter(isRecording);
  const { accelerator, status } = shortcut;
  const purpose = t(`quick.settings.${mode}`);
  const words = problem ?? (status === 'refused' ? 'isRefused' : null);
  return (
    <div className={rows['shortcut']}>
      <div className={styles['row']}>
        <span>{purpose}</span>
        <span className={rows['controls']}>
          {isRecording ? (
            <Recorder {...{ purpose, held, take, stop }} />
          ) : (
            <>
              {accelerator === null ? (
                <span className={rows['none']}>{t('quick.settings.none')}</span>
              ) : (
                <Kbd keys={shownKeys(accelerator, platform)} isSpoken />
              )}
              <Button
                ref={chooser}
                onClick={start}
                aria-label={t(
                  accelerator === null ? 'quick.settings.recordLabel' : 'quick.settings.changeLabel',
                  {
                    purpose,
                  },
                )}
              >
                {t(accelerator === null ? 'quick.settings.record' : 'quick.settings.change')}
              </Button>
              {accelerator !== null && (
                <Button look="quiet" onClick={remove} aria-label={t('quick.settings.remove', { purpose })}>
                  {t('quick.settings.removeShort')}
                </Button>
              )}
            </>
          )}
        </span>
      </div>
      {isRecording && problem === null && (
        <p className={rows['hint']}>
          {t(platform === 'darwin' ? 'quick.settings.recordingHintMac' : 'quick.settings.recordingHint')}
        </p>
      )}
      <p role="status" className={rows['problem']}>
        {words === null ? '' : t(`quick.settings.${words}`)}
      </p>
    </div>
  );
}

interface RecorderProps {
  readonly purpose: string;
  readonly held: readonly string[];
  readonly take: (event: KeyboardEvent) => void;
  readonly stop: () => void;
}

/** Has the focus while keys are recorded, and every key that is pressed. */
function Recorder({ purpose, held, take, stop }: RecorderProps) {
  const { t } = useWords();
  const field = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <button
      ref={field}
      type="button"
      className={rows['recorder']}
      aria-label={`${purpose}: ${t('quick.settings.recording')}`}
      onKeyDown={take}
      onKeyUp={(event) => {
        event.preventDefault();
      }}
      onBlur={stop}
    >
      {held.length === 0 ? t('quick.settings.recording') : <Kbd keys={[...held, '…']} />}
    </button>
  );
}

/** Leads the focus back to where recording began, unless it went elsewhere by itself. */
function useFocusAfter(isRecording: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  useEffect(() => {
    if (wasRecording.current && !isRecording && document.activeElement === document.body) {
      button.current?.focus();
    }
    wasRecording.current = isRecording;
  }, [isRecording]);
  return button;
}

function useRecorder(mode: QuickMode) {
  const { bridge } = useServices();
  const platform = useMirror((state) => state.info.platform);
  const [isRecording, setIsRecording] = useState(false);
  const [held, setHeld] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const record = (is: boolean): void => {
    setIsRecording(is);
    setHeld([]);
    void answered(bridge.call('shortcuts.record', { isRecording: is }));
  };
  const store = async (accelerator: string | null): Promise<void> => {
    record(false);
    const outcome = await answered(bridge.call('shortcuts.set', { mode, accelerator }));
    setProblem(problemOf(outcome));
  };
  return {
    ...{ isRecording, held, problem },
    start: () => {
      setProblem(null);
      record(true);
    },
    stop: () => {
      if (isRecording) record(false);
    },
    remove: () => void store(null),
    take: (event: KeyboardEvent) => {
      // Tab leaves as everywhere, so that nobody is caught here.
      if (event.key === 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') {
        record(false);
        return;
      }
      const pressed = recordKeys(event.nativeEvent, platform);
      if (pressed.kind === 'partial') setHeld(shownModifiers(pressed.modifiers, platform));
      else if (pressed.kind === 'unfit') setProblem('unfit');
      else void store(pressed.accelerator);
    },
  };
}

function problemOf(outcome: SetShortcutOutput | null): Problem | null {
  switch (outcome) {
    case 'stored':
      return null;
    case 'taken-by-other':
      return 'taken';
    case 'not-a-shortcut':
      return 'unfit';
    case 'refused':
      return 'refused';
    default:
      return 'storage';
  }
}
