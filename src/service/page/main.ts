/**
 * The recipient's page. It holds nothing but this program: the same bytes for every link. Only the reader's
 * click fetches the envelope; the password opens it here, as often as it takes.
 */
import { fetchEnvelope, type FetchedEnvelope, type FetchOutcome } from './fetch-envelope.ts';
import { unseal } from './unseal.ts';
import { h } from './view/dom.ts';
import { explain } from './view/explain.ts';
import { createIcon } from './view/icons.ts';
import { type LockedScreen, lockedScreen } from './view/locked.ts';
import { readScreen } from './view/read.ts';
import type { SealShape } from './view/seal.ts';
import { sealedScreen } from './view/sealed.ts';
import { chooseLanguage, fill } from './words/words.ts';

const language = chooseLanguage(navigator.languages);
const { words, tag } = language;
const desk = h('div', { id: 'desk' });
const promise = h('footer', {}, createIcon('lock'), h('span', {}, words.footer));
const aloud = h('p', { class: 'aloud', role: 'status' });

/** While this page holds the only copy that is left, leaving it by accident would lose the secret. */
let holdsOnlyCopy = false;

/** Shows a screen. The focus goes to what is new, except on arrival, when nobody has done anything yet. */
function show(screen: HTMLElement, focus: HTMLElement | null = screen.querySelector('h1')): void {
  aloud.textContent = '';
  desk.replaceChildren(screen);
  promise.hidden = screen.matches('.explains');
  focus?.focus();
}

function start(): void {
  document.documentElement.lang = tag;
  document.title = words.title;
  document.getElementById('page')?.replaceChildren(desk, aloud, promise);
  addEventListener('beforeunload', (event) => {
    if (holdsOnlyCopy) event.preventDefault();
  });
  // A page that is gone back to must not still show what was read on it.
  addEventListener('pagehide', () => {
    if (desk.querySelector('.secret, #password') !== null) clear();
  });
  const messageId = /^\/s\/([A-Za-z0-9_-]{1,128})\/?$/.exec(location.pathname)?.[1];
  if (messageId === undefined) show(explain('dotted', words.noLink), null);
  else showSealed(messageId, null);
}

function showSealed(messageId: string, focus?: null): void {
  const screen = sealedScreen(words, () => {
    aloud.textContent = words.sealed.fetching;
    void fetchEnvelope(messageId).then((outcome) => {
      showOutcome(messageId, outcome);
    });
  });
  show(screen, focus);
}

function showOutcome(messageId: string, outcome: FetchOutcome): void {
  const again = {
    label: words.again,
    onClick: () => {
      showSealed(messageId);
    },
  };
  switch (outcome.kind) {
    case 'fetched':
      showLocked(outcome);
      return;
    case 'limited': {
      const time = new Date(Date.now() + outcome.waitSeconds * 1000);
      const shown = new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(roundUp(time));
      show(explain('dotted', { ...words.limited, lead: fill(words.limited.lead, { time: shown }) }, again));
      return;
    }
    case 'offline':
    case 'unreachable':
    case 'failed':
      show(explain('dotted', words[outcome.kind], again));
      return;
    default:
      show(explain(SEALS[outcome.kind], words[outcome.kind]));
  }
}

const SEALS = {
  unknown: 'question',
  expired: 'faded',
  exhausted: 'broken',
  deleted: 'struck',
} as const satisfies Record<string, SealShape>;

/** To the next whole minute: a time that is shown without seconds must not be too early. */
const roundUp = (moment: Date): Date => new Date(Math.ceil(moment.getTime() / 60_000) * 60_000);

function showLocked(fetched: FetchedEnvelope): void {
  holdsOnlyCopy = fetched.remaining === 0;
  const screen: LockedScreen = lockedScreen(language, fetched.remaining, (password) => {
    aloud.textContent = words.locked.opening;
    void openWith(password, fetched, screen);
  });
  show(screen.element, screen.input);
}

async function openWith(
  password: string,
  { envelope, remaining }: FetchedEnvelope,
  screen: LockedScreen,
): Promise<void> {
  const opened = await unseal(envelope, password);
  aloud.textContent = '';
  if (opened.ok) {
    const { content, created } = opened.value;
    const actions = {
      tell: (text: string) => {
        aloud.textContent = text;
      },
      clear,
    };
    show(readScreen(language, { text: content, created, isLast: remaining === 0 }, actions));
    return;
  }
  switch (opened.error.code) {
    case 'wrong-password-or-altered':
    case 'empty-password':
    case 'cancelled':
      screen.refuse(password);
      return;
    case 'not-this-format':
    case 'unsupported-version':
      show(explain('question', words.unreadable));
      break;
    default:
      show(explain('question', words.damaged));
  }
  holdsOnlyCopy = false;
}

function clear(): void {
  holdsOnlyCopy = false;
  show(explain('broken', words.cleared));
}

start();
