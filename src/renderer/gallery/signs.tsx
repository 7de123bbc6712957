import { Kbd } from '../ui/kbd/kbd.tsx';
import { Notice } from '../ui/notice/notice.tsx';
import { ProgressBar, Spinner } from '../ui/progress/progress.tsx';
import { QrCode } from '../ui/qr-code/qr-code.tsx';
import { Seal, sealShapes } from '../ui/seal/seal.tsx';
import { SecretText } from '../ui/secret-text/secret-text.tsx';
import { Skeleton } from '../ui/skeleton/skeleton.tsx';
import { Button } from '../ui/button/button.tsx';
import styles from './gallery.module.css';
import { Section, State } from './state.tsx';

const LINK = 'http://127.0.0.1:47400/s/a8Kx9pQ2';

/** What is looked at: the seal, texts, and what goes on. */
export function Signs() {
  return (
    <>
      <Section title="Seal">
        {sealShapes.map((shape) => (
          <State key={shape} name={shape}>
            <div className={styles['row']}>
              <Seal shape={shape} size={16} />
              <Seal shape={shape} size={22} />
              <Seal shape={shape} size={56} label={shape} />
            </div>
          </State>
        ))}
      </Section>
      <Section title="Passwords, keys and codes">
        <State name="words" isWide>
          <SecretText
            text="gravel-otter-plywood-sunset-marble-kayak"
            division={{ by: 'separator', separator: '-' }}
            size="l"
          />
        </State>
        <State name="groups">
          <SecretText text="0Oo1lI|8B5S2Z" division={{ by: 'groups' }} />
        </State>
        <State name="keys">
          <Kbd keys={['Ctrl', '↵']} isSpoken />
        </State>
        <State name="code">
          <div className={styles['code']}>
            <QrCode text={LINK} label="The link as a QR code" />
          </div>
        </State>
      </Section>
      <Section title="Under way">
        <State name="part of it done">
          <ProgressBar label="Sealing" share={0.4} />
        </State>
        <State name="not known how long">
          <ProgressBar label="Sending" share={null} />
        </State>
        <State name="beside words">
          <div className={styles['row']}>
            <Spinner /> Asking the service
          </div>
        </State>
        <State name="what will be there" isWide>
          <Skeleton label="Loading" lines={3} delayMs={0} />
        </State>
      </Section>
      <Notices />
    </>
  );
}

function Notices() {
  return (
    <Section title="Notice">
      <State name="calm" isWide>
        <Notice tone="calm" title="This link is read in the browser">
          This service does not let programs fetch a message.
        </Notice>
      </State>
      <State name="warn" isWide>
        <Notice tone="warn" title="There is no keychain on this computer">
          The list of what you send is kept for this run only. Everything else works.
        </Notice>
      </State>
      <State name="bad, with actions" isWide>
        <Notice tone="bad" title="The service did not take it" actions={<Button>Try again</Button>}>
          Your text is still here. Wait nine minutes, then try again.
        </Notice>
      </State>
    </Section>
  );
}
