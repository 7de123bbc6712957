import { h } from './dom.ts';
import { createIcon, type IconName } from './icons.ts';

export const paragraph = (text: string, className = ''): HTMLElement => h('p', { class: className }, text);

/** A remark set apart: what to know before going on. */
export const remark = (icon: IconName, text: string, className = ''): HTMLElement =>
  h('p', { class: `remark ${className}` }, createIcon(icon), h('span', {}, text));

/** The words against being fooled. They stand on every screen on which a secret is asked for or shown. */
export const unverified = (title: string, text: string): HTMLElement =>
  h('p', { class: 'remark' }, createIcon('person'), h('span', {}, h('strong', {}, title), ' ', text));

export interface Button {
  readonly label: string;
  readonly kind: 'primary' | 'plain';
  readonly icon?: IconName;
  readonly submits?: boolean;
  readonly onClick?: () => void;
}

export function button({ label, kind, icon, submits = false, onClick }: Button): HTMLButtonElement {
  const element = h(
    'button',
    { class: `button ${kind}`, type: submits ? 'submit' : 'button' },
    icon === undefined ? null : createIcon(icon),
    h('span', { class: 'label' }, label),
  );
  if (onClick !== undefined) element.addEventListener('click', onClick);
  return element;
}

/** While something is under way a button keeps its place and the focus, says so, and does nothing. */
export function setBusy(element: HTMLButtonElement, label: string | null, idleLabel: string): void {
  const isBusy = label !== null;
  element.classList.toggle('busy', isBusy);
  element.setAttribute('aria-disabled', String(isBusy));
  const span = element.querySelector('.label');
  if (span !== null) span.textContent = label ?? idleLabel;
}

export const isBusy = (element: HTMLButtonElement): boolean =>
  element.getAttribute('aria-disabled') === 'true';
