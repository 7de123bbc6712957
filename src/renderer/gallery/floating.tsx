import { useState } from 'react';
import { AlertDialog } from '../ui/dialog/alert-dialog.tsx';
import { Dialog } from '../ui/dialog/dialog.tsx';
import { Button } from '../ui/button/button.tsx';
import { InlineChoice } from '../ui/popover/inline-choice.tsx';
import { useToast } from '../ui/toast/toast.tsx';
import { Section, State } from './state.tsx';

/** What appears above the rest. */
export function Floating() {
  const toast = useToast();
  const [open, setOpen] = useState<'dialog' | 'question' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Section title="Floating">
      <Words />
      <State name="dialog">
        <Button
          onClick={() => {
            setOpen('dialog');
          }}
        >
          Open a dialog
        </Button>
        <Dialog
          isOpen={open === 'dialog'}
          title="Message for the recipient"
          lead="Ready to be sent with the link."
          close="Close"
          onClose={close}
          actions={<Button look="primary">Copy message</Button>}
        >
          <p>Somebody sends you a secret.</p>
        </Dialog>
      </State>
      <State name="question">
        <Button
          onClick={() => {
            setOpen('question');
          }}
        >
          Ask a question
        </Button>
        <AlertDialog
          isOpen={open === 'question'}
          title="Delete “Staging database” at the service?"
          action="Delete"
          cancel="Keep it"
          onAction={close}
          onClose={close}
        >
          <p>Whoever has the link can no longer open it.</p>
        </AlertDialog>
      </State>
      <State name="toast">
        <Button
          onClick={() => {
            toast({ text: 'Removed from the list.', action: { label: 'Undo', onAction: close } });
          }}
        >
          Show a toast
        </Button>
      </State>
    </Section>
  );
}

function Words() {
  return (
    <>
      <State name="a word that can be changed">
        Expires{' '}
        <InlineChoice value="in 7 days" title="When does it expire?">
          {() => <p>The choices.</p>}
        </InlineChoice>
      </State>
      <State name="hover" force="hover">
        Expires{' '}
        <InlineChoice value="in 30 days" title="When does it expire, hover?">
          {() => <p>The choices.</p>}
        </InlineChoice>
      </State>
    </>
  );
}
