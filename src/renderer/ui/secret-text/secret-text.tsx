import { cx } from '../cx.ts';
import styles from './secret-text.module.css';

/** How a text is divided for the eye. What is copied never changes. */
export type Division = { readonly by: 'separator'; readonly separator: string } | { readonly by: 'groups' };

interface SecretTextProps {
  readonly text: string;
  readonly division?: Division | undefined;
  readonly size?: 'm' | 'l';
}

/** A password to be read aloud: in mono, its words or groups of four set apart. */
export function SecretText({ text, division, size = 'm' }: SecretTextProps) {
  const parts = division === undefined ? [text] : divide(text, division);
  const separator = division?.by === 'separator' ? division.separator : '';
  return (
    <span className={cx(styles['secret'], size === 'l' && styles['large'])} translate="no">
      {parts.map((part, index) => (
        // The parts of one password never move: their place is their name.
        <span key={index}>
          <span className={styles[division?.by === 'separator' ? 'word' : 'group']}>{part}</span>
          {index < parts.length - 1 && <span className={styles['separator']}>{separator}</span>}
        </span>
      ))}
    </span>
  );
}

const GROUP = 4;

function divide(text: string, division: Division): string[] {
  if (division.by === 'separator') {
    return division.separator === '' ? [text] : text.split(division.separator);
  }
  const characters = Array.from(text);
  const groups: string[] = [];
  for (let at = 0; at < characters.length; at += GROUP)
    groups.push(characters.slice(at, at + GROUP).join(''));
  return groups;
}
