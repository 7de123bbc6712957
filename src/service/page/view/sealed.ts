import type { Words } from '../words/words.ts';
import { createLetter } from './letter.ts';
import { button, isBusy, paragraph, setBusy, unverified } from './parts.ts';

/** The first screen: nothing is known of the message, not even whether there is one. */
export function sealedScreen(words: Words, onShow: () => void): HTMLElement {
  const { title, lead, show, fetching, note } = words.sealed;
  const showButton = button({ kind: 'primary', label: show });
  showButton.addEventListener('click', () => {
    // A second click would count a second time.
    if (isBusy(showButton)) return;
    setBusy(showButton, fetching, show);
    onShow();
  });
  const content = [
    paragraph(lead, 'lead'),
    showButton,
    paragraph(note, 'quiet'),
    unverified(words.unverified.title, words.unverified.before),
  ];
  return createLetter({ seal: 'whole', form: 'envelope', title, content });
}
