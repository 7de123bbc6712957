import { timeOf } from '../../../core/envelope/index.ts';
import type { Language } from '../words/words.ts';
import { fill } from '../words/words.ts';
import { h } from './dom.ts';
import { createIcon } from './icons.ts';
import { createLetter } from './letter.ts';
import { button, paragraph, remark, unverified } from './parts.ts';

export interface ReadContent {
  readonly text: string;
  /** ISO 8601, as the sender's machine wrote it. */
  readonly created: string;
  readonly isLast: boolean;
}

export interface ReadActions {
  /** Says something to those who do not see the button change. */
  readonly tell: (text: string) => void;
  readonly clear: () => void;
}

/** More than anyone reads at once; laying out a book would freeze the page. In UTF-16 units. */
const SHOWN_LENGTH = 200_000;

/** For how long the button says that it has been pressed. */
const COPIED_MS = 2500;

export function readScreen(language: Language, content: ReadContent, actions: ReadActions): HTMLElement {
  const { words, tag } = language;
  const { text, created, isLast } = content;
  const number = new Intl.NumberFormat(tag);
  const isCut = text.length > SHOWN_LENGTH;
  const shown = isCut ? text.slice(0, SHOWN_LENGTH) : text;
  const block = h(
    'pre',
    { class: 'secret', tabindex: '0', role: 'region', 'aria-label': words.read.region, dir: 'auto' },
    shown,
  );
  const cut = fill(words.read.cut, {
    shown: number.format(shown.length),
    total: number.format(text.length),
  });
  const time = timeOf(created);
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  // Whatever date a sender wrote, it must not keep the secret from being shown.
  const moment = time === null ? created : format.format(time);
  return createLetter({
    seal: 'broken',
    form: 'sheet',
    title: words.read.title,
    content: [
      block,
      isCut ? paragraph(cut, 'quiet') : null,
      h(
        'div',
        { class: 'actions' },
        createCopyButton(language, text, block, actions.tell),
        button({
          kind: 'plain',
          icon: 'save',
          label: words.read.save,
          onClick: () => {
            save(words.read.fileName, text);
          },
        }),
        button({ kind: 'plain', icon: 'clear', label: words.read.clear, onClick: actions.clear }),
      ),
      isLast ? remark('warn', words.read.last, 'urgent') : null,
      unverified(words.unverified.title, words.unverified.after),
      paragraph(fill(words.read.sealedOn, { moment }), 'quiet'),
    ],
  });
}

function createCopyButton(
  { words }: Language,
  text: string,
  block: HTMLElement,
  tell: (text: string) => void,
): HTMLButtonElement {
  const { copy, copied, copiedAloud, copyFailed } = words.read;
  const element = button({ kind: 'primary', icon: 'copy', label: copy });
  const show = (icon: 'copy' | 'check', label: string): void => {
    element.replaceChildren(createIcon(icon), h('span', { class: 'label' }, label));
  };
  element.addEventListener('click', () => {
    void copyText(text).then((isCopied) => {
      if (!isCopied) selectAll(block);
      tell(isCopied ? copiedAloud : copyFailed);
      if (!isCopied) return;
      show('check', copied);
      setTimeout(() => {
        show('copy', copy);
      }, COPIED_MS);
    });
  });
  return element;
}

/** Plain http across a network has no clipboard interface; the older way still works there. */
async function copyText(text: string): Promise<boolean> {
  if (isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the reader or the browser: the older way may still be open.
    }
  }
  const area = h('textarea', { readonly: true, class: 'aloud', 'aria-hidden': 'true' });
  area.value = text;
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way on plain http
  const isCopied = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}

function selectAll(block: HTMLElement): void {
  getSelection()?.selectAllChildren(block);
  block.focus();
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  h('a', { href: url, download: name }).click();
  // The browser has to have taken it before it is let go.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
