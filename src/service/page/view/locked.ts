import type { Language, Words } from '../words/words.ts';
import { fill } from '../words/words.ts';
import { h } from './dom.ts';
import { createIcon } from './icons.ts';
import { createLetter } from './letter.ts';
import { button, isBusy, paragraph, remark, setBusy } from './parts.ts';

export interface LockedScreen {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Back from trying: the password did not open it. */
  refuse(password: string): void;
}

/** The envelope is in the page; what is missing is the password. Trying costs nothing. */
export function lockedScreen(
  { words, tag }: Language,
  remaining: number | null,
  onPassword: (password: string) => void,
): LockedScreen {
  const { locked } = words;
  const input = h('input', {
    id: 'password',
    type: 'password',
    // Not a password to remember: it belongs to this one message.
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-describedby': 'lead problem',
  });
  const problem = h('p', { id: 'problem', class: 'problem', role: 'alert' });
  const submit = button({ kind: 'primary', label: locked.open, submits: true });
  const complain = (text: string): void => {
    problem.replaceChildren(createIcon('warn'), h('span', {}, text));
    input.setAttribute('aria-invalid', 'true');
    input.focus();
    input.select();
  };
  const settle = (): void => {
    problem.replaceChildren();
    input.removeAttribute('aria-invalid');
  };
  const form = h(
    'form',
    {
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (isBusy(submit)) return;
        settle();
        if (input.value === '') {
          complain(locked.empty);
          return;
        }
        setBusy(submit, locked.opening, locked.open);
        onPassword(input.value);
      },
    },
    h('label', { for: 'password' }, locked.label),
    h('div', { class: 'field' }, input, createRevealButton(input, words)),
    problem,
    submit,
  );
  const lead = h('p', { id: 'lead', class: 'lead' }, locked.lead);
  const content = [lead, form, remainingNote(words, tag, remaining)];
  return {
    element: createLetter({ seal: 'opening', form: 'envelope', title: locked.title, content }),
    input,
    refuse(password) {
      setBusy(submit, null, locked.open);
      const hint = password.trim() === password ? locked.spelling : locked.spaces;
      complain(`${locked.wrong} ${hint} ${locked.free}`);
    },
  };
}

function createRevealButton(input: HTMLInputElement, { locked }: Words): HTMLButtonElement {
  const toggle = h('button', {
    type: 'button',
    class: 'reveal',
    'aria-label': locked.reveal,
    title: locked.reveal,
  });
  const show = (isShown: boolean): void => {
    const label = isShown ? locked.conceal : locked.reveal;
    input.type = isShown ? 'text' : 'password';
    toggle.setAttribute('aria-label', label);
    toggle.title = label;
    toggle.replaceChildren(createIcon(isShown ? 'eyeOff' : 'eye'));
  };
  toggle.addEventListener('click', () => {
    show(input.type === 'password');
  });
  show(false);
  return toggle;
}

function remainingNote({ locked }: Words, tag: string, remaining: number | null): HTMLElement {
  if (remaining === null) return paragraph(locked.unlimited, 'quiet');
  if (remaining === 0) return remark('warn', locked.last, 'urgent');
  const isOne = new Intl.PluralRules(tag).select(remaining) === 'one';
  const text = isOne ? locked.more.one : locked.more.other;
  return paragraph(fill(text, { count: new Intl.NumberFormat(tag).format(remaining) }), 'quiet');
}
