import { Trash2 } from 'lucide-react';
import { Button, IconButton } from '../ui/button/button.tsx';
import { CopyButton } from '../ui/copy-button/copy-button.tsx';
import { Kbd } from '../ui/kbd/kbd.tsx';
import { Section, State } from './state.tsx';

const LOOKS = ['primary', 'plain', 'quiet', 'danger'] as const;
const FORCES = ['hover', 'active', 'focus-visible'] as const;
const nothing = (): void => undefined;

/** What is pressed. */
export function Actions() {
  return (
    <>
      {LOOKS.map((look) => (
        <Section key={look} title={`Button, ${look}`}>
          <State name="default">
            <Button look={look}>Delete at the service</Button>
          </State>
          {FORCES.map((force) => (
            <State key={force} name={force} force={force}>
              <Button look={look}>Delete at the service</Button>
            </State>
          ))}
          <State name="disabled">
            <Button look={look} disabled>
              Delete at the service
            </Button>
          </State>
          <State name="busy">
            <Button look={look} isBusy>
              Deleting…
            </Button>
          </State>
        </Section>
      ))}
      <Section title="Button, large, with its key">
        <State name="default">
          <Button look="primary" size="l" hint={<Kbd keys={['Ctrl', '↵']} />}>
            Seal and create link
          </Button>
        </State>
        <State name="long words">
          <Button look="primary" size="l" hint={<Kbd keys={['Strg', '↵']} />}>
            Verschlüsselungsnachricht versiegeln und Verknüpfung erstellen
          </Button>
        </State>
        <State name="copies">
          <CopyButton onCopy={() => true} copied="Link copied">
            Copy link
          </CopyButton>
        </State>
      </Section>
      <IconButtons />
    </>
  );
}

function IconButtons() {
  return (
    <Section title="Button, icon alone">
      <State name="default">
        <IconButton label="Delete" icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />} />
      </State>
      {FORCES.map((force) => (
        <State key={force} name={force} force={force}>
          <IconButton
            label={`Delete, ${force}`}
            icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
            onClick={nothing}
          />
        </State>
      ))}
      <State name="disabled">
        <IconButton
          label="Delete, disabled"
          icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
          disabled
        />
      </State>
    </Section>
  );
}
