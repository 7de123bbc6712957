import type { Explanation } from '../words/words.ts';
import { createLetter } from './letter.ts';
import { button, paragraph, remark } from './parts.ts';
import type { SealShape } from './seal.ts';

/** A screen that says what is the case and what can be done about it. */
export function explain(
  seal: SealShape,
  { title, lead, note }: Explanation,
  again: { readonly label: string; readonly onClick: () => void } | null = null,
): HTMLElement {
  const action =
    again === null
      ? null
      : button({ kind: 'plain', icon: 'again', label: again.label, onClick: again.onClick });
  const content = [paragraph(lead, 'lead'), action, note === undefined ? null : remark('warn', note)];
  const letter = createLetter({ seal, form: 'envelope', title, content });
  letter.classList.add('explains');
  return letter;
}
