import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Kbd } from '../kbd/kbd.tsx';
import { fuzzySort } from './fuzzy.ts';
import styles from './palette.module.css';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other ways to call it, in any language. */
  readonly aliases: readonly string[];
  readonly icon: ReactNode;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

interface PaletteProps {
  readonly isOpen: boolean;
  readonly label: string;
  readonly placeholder: string;
  /** Said where nothing fits. */
  readonly empty: string;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** Everything the program can do, found by a few letters. */
export function Palette({ isOpen, label, placeholder, empty, commands, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('');
  // A command takes the focus where it leads; closing without one gives it back.
  const hasRun = useRef(false);
  const fitting = fuzzySort(typed, commands, (command) => [command.label, ...command.aliases]);
  const pick = (command: Command): void => {
    hasRun.current = true;
    onClose();
    command.run();
  };
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label={label} finalFocus={() => !hasRun.current}>
          <Autocomplete.Root
            inline
            open
            items={commands}
            filteredItems={fitting}
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={(command: Command) => command.label}
            autoHighlight="always"
            keepHighlight
          >
            <label className={styles['field']}>
              <Search size={18} strokeWidth={1.75} aria-hidden />
              <Autocomplete.Input
                className={styles['input']}
                aria-label={label}
                placeholder={placeholder}
                spellCheck={false}
                autoComplete="off"
              />
            </label>
            <Autocomplete.Empty className={styles['empty']}>
              {fitting.length === 0 && <p className={styles['nothing']}>{empty}</p>}
            </Autocomplete.Empty>
            <Autocomplete.List className={styles['list']} aria-label={label}>
              {(command: Command) => <Item key={command.id} command={command} onPick={pick} />}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Item({
  command,
  onPick,
}: {
  readonly command: Command;
  readonly onPick: (command: Command) => void;
}) {
  return (
    <Autocomplete.Item
      value={command}
      className={styles['item']}
      onClick={() => {
        onPick(command);
      }}
    >
      {command.icon}
      <span className={styles['words']}>{command.label}</span>
      {command.keys !== undefined && <Kbd keys={command.keys} />}
    </Autocomplete.Item>
  );
}
