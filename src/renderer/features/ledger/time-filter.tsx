import { useWords } from '../../state/services.tsx';
import { TextField } from '../../ui/field/field.tsx';
import { InlineChoice } from '../../ui/popover/inline-choice.tsx';
import { RadioList } from '../../ui/radio-list/radio-list.tsx';
import { recentDays, type TimeChoice } from './choices.ts';
import styles from './ledger-view.module.css';

interface TimeFilterProps {
  readonly time: TimeChoice;
  readonly onChange: (time: TimeChoice) => void;
}

const nameOf = { 1: 'day', 7: 'week', 30: 'month', 365: 'year' } as const;

const keyOf = (time: TimeChoice): string => (time.kind === 'recent' ? String(time.days) : time.kind);

export function TimeFilter({ time, onChange }: TimeFilterProps) {
  const { t } = useWords();
  const pick = (key: string): void => {
    const days = recentDays.find((each) => String(each) === key);
    if (days !== undefined) onChange({ kind: 'recent', days });
    else onChange(key === 'between' ? { kind: 'between', from: '', until: '' } : { kind: 'any' });
  };
  return (
    <InlineChoice value={useTimeWords(time)} title={t('ledger.times.title')} side="bottom">
      {(close) => (
        <RadioList
          label={t('ledger.times.title')}
          options={[
            { value: 'any', label: t('ledger.times.any') },
            ...recentDays.map((days) => ({
              value: String(days),
              label: t(`ledger.times.${nameOf[days]}`),
            })),
            {
              value: 'between',
              label: t('ledger.times.between'),
              detail: time.kind === 'between' && <Days time={time} onChange={onChange} />,
            },
          ]}
          value={keyOf(time)}
          onChange={pick}
          onPick={(key) => {
            if (key !== 'between') close();
          }}
        />
      )}
    </InlineChoice>
  );
}

interface DaysProps extends TimeFilterProps {
  readonly time: Extract<TimeChoice, { kind: 'between' }>;
}

function Days({ time, onChange }: DaysProps) {
  const { t } = useWords();
  return (
    <div className={styles['days']}>
      {(['from', 'until'] as const).map((end) => (
        <TextField
          key={end}
          type="date"
          label={t(`ledger.times.${end}`)}
          value={time[end]}
          {...(end === 'until' && time.from !== '' ? { min: time.from } : {})}
          onChange={(event) => {
            onChange({ ...time, [end]: event.target.value });
          }}
        />
      ))}
    </div>
  );
}

function useTimeWords(time: TimeChoice): string {
  const { t, format } = useWords();
  if (time.kind === 'any') return t('ledger.times.any');
  if (time.kind === 'recent') return t(`ledger.times.${nameOf[time.days]}`);
  const dayOf = (day: string): string => (day === '' ? '' : format.day(`${day}T12:00`));
  const [from, until] = [dayOf(time.from), dayOf(time.until)] as const;
  if (from === '' && until === '') return t('ledger.times.any');
  if (until === '') return t('ledger.times.since', { from });
  return from === '' ? t('ledger.times.upTo', { until }) : t('ledger.times.range', { from, until });
}
