import { useState } from 'react';
import { Checkbox } from '../ui/checkbox/checkbox.tsx';
import { TextArea, TextField } from '../ui/field/field.tsx';
import { RadioList } from '../ui/radio-list/radio-list.tsx';
import { Select } from '../ui/select/select.tsx';
import { Stepper } from '../ui/stepper/stepper.tsx';
import { Section, State } from './state.tsx';

/** What is filled in and chosen. */
export function Fields() {
  return (
    <>
      <Section title="Field">
        <State name="empty">
          <TextField label="Name" placeholder="Staging database" hint="Only you see it." />
        </State>
        <State name="filled">
          <TextField label="Name, filled" defaultValue="Staging database" />
        </State>
        <State name="focus" force="focus-visible">
          <TextField label="Name, with the focus" defaultValue="Staging database" />
        </State>
        <State name="invalid">
          <TextField label="Times" defaultValue="0" problem="Give a number from 1 to 1,000,000." />
        </State>
        <State name="disabled">
          <TextField label="Name, disabled" defaultValue="Staging database" disabled />
        </State>
        <State name="mono, read only" isWide>
          <TextArea
            label="Diagnostics"
            isMono
            readOnly
            rows={2}
            value={'{"event":"start"}\n{"event":"send"}'}
          />
        </State>
      </Section>
      <Choices />
    </>
  );
}

const DAYS = [
  { value: 'day', label: 'in 1 day' },
  { value: 'week', label: 'in 7 days', hint: 'Usual' },
  { value: 'never', label: 'never', hint: 'Until you delete it or it is used up' },
];
const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

function Choices() {
  const [day, setDay] = useState('week');
  const [theme, setTheme] = useState('system');
  const [count, setCount] = useState(6);
  const [isChecked, setIsChecked] = useState(true);
  return (
    <Section title="Choices">
      <State name="list">
        <RadioList label="Expires" options={DAYS} value={day} onChange={setDay} />
      </State>
      <State name="list, focus" force="focus-visible">
        <RadioList label="Expires, with the focus" options={DAYS} value="never" onChange={setDay} />
      </State>
      <State name="roomy, for few that need a sentence" isWide>
        <RadioList label="Expires, roomy" options={DAYS.slice(1)} value={day} onChange={setDay} isRoomy />
      </State>
      <State name="side by side">
        <RadioList label="Theme" options={THEMES} value={theme} onChange={setTheme} isInline />
      </State>
      <State name="select">
        <Select label="Language" options={THEMES} value={theme} onChange={setTheme} />
      </State>
      <State name="number">
        <Stepper label="Words" fewer="Fewer" more="More" min={4} max={10} value={count} onChange={setCount} />
      </State>
      <State name="number, at its end">
        <Stepper
          label="Words, most"
          fewer="Fewer"
          more="More"
          min={4}
          max={6}
          value={6}
          onChange={setCount}
        />
      </State>
      <State name="checked">
        <Checkbox label="Keep the password" isChecked={isChecked} onChange={setIsChecked} />
      </State>
      <State name="not checked, focus" force="focus-visible">
        <Checkbox label="Remind me" isChecked={false} onChange={setIsChecked} />
      </State>
    </Section>
  );
}
