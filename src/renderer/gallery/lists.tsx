import { LayoutList, Pencil, Settings } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button/button.tsx';
import { Grid } from '../ui/grid/grid.tsx';
import { type Command, Palette } from '../ui/palette/palette.tsx';
import styles from './gallery.module.css';
import { Section, State } from './state.tsx';

const NAMES = ['Staging database', 'Wi-Fi for the workshop', 'Signing key'];
const nothing = (): void => undefined;
const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

const commands: readonly Command[] = [
  {
    id: 'compose',
    label: 'Write a new secret',
    aliases: [],
    icon: <Pencil {...icon} />,
    keys: ['Ctrl', 'N'],
  },
  { id: 'sent', label: 'Go to Sent', aliases: ['list'], icon: <LayoutList {...icon} /> },
  { id: 'settings', label: 'Go to Settings', aliases: [], icon: <Settings {...icon} />, keys: ['Ctrl', ','] },
].map((command) => ({ ...command, run: nothing }));

/** What many things are found in. */
export function Lists() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title="Lists">
      <State name="grid, its second row selected" isWide>
        <SampleGrid />
      </State>
      <State name="palette">
        <Button
          onClick={() => {
            setIsOpen(true);
          }}
        >
          Open the palette
        </Button>
        <Palette
          isOpen={isOpen}
          label="Find a command"
          placeholder="What would you like to do?"
          empty="Nothing is called that."
          commands={commands}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      </State>
    </Section>
  );
}

function SampleGrid() {
  const [cursor, setCursor] = useState(0);
  return (
    <div className={styles['grid']}>
      <Grid
        label="Sample"
        rowCount={NAMES.length}
        rowHeight={2.5}
        headHeight={2}
        head={<span role="columnheader">Name</span>}
        cursor={cursor}
        keyAt={String}
        renderRow={(index) => (
          <div
            role="row"
            aria-rowindex={index + 2}
            aria-selected={index === 1}
            tabIndex={index === cursor ? 0 : -1}
            className={styles['gridRow']}
          >
            <span role="gridcell">{NAMES[index]}</span>
          </div>
        )}
        onSight={nothing}
        onMove={setCursor}
        onKey={nothing}
        onPick={setCursor}
        onReach={setCursor}
      />
    </div>
  );
}
