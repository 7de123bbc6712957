import type { Words } from './words.ts';

export const en: Words = {
  title: 'A sealed message',
  footer: 'Opened inside your browser. Neither the secret nor the password is sent anywhere.',

  sealed: {
    title: 'A sealed message for you',
    lead: 'It opens with a password, which should reach you another way: in a call, in a chat, in person.',
    show: 'Show the secret',
    fetching: 'Fetching it…',
    note: 'Have the password at hand: many secrets can be shown only once, and your click counts even if you then leave. So far nothing has been opened.',
  },
  unverified: {
    title: 'Who is it from?',
    before: 'This page cannot tell. If you expect nothing, ask the person you think of before you go on.',
    after:
      'This page cannot tell. If the text asks you to pay, to sign in somewhere or to pass on a code, ask the sender first, by a way you already know.',
  },

  locked: {
    title: 'Now the password',
    lead: 'The message is on this page, still sealed. The password opens it here and is sent nowhere.',
    label: 'Password',
    reveal: 'Show password',
    conceal: 'Hide password',
    open: 'Open',
    opening: 'Opening…',
    last: 'The service has erased its copy: this page holds the only one. Keep it open until you have read it.',
    more: {
      one: 'After this, it can be shown once more.',
      other: 'After this, it can be shown {count} more times.',
    },
    unlimited: 'It can be shown again with the same link.',
    empty: 'Type the password you were given.',
    wrong: 'That password does not open it.',
    spelling: 'Look out for upper and lower case, and for hyphens.',
    spaces: 'There is a space at its beginning or end: try without.',
    free: 'Trying again uses nothing up.',
  },

  read: {
    title: 'The secret',
    region: 'The secret’s text',
    copy: 'Copy',
    copied: 'Copied',
    copiedAloud: 'Copied. It stays in your clipboard until you copy something else.',
    copyFailed: 'Your browser does not allow copying. The text is selected: copy it by hand.',
    save: 'Save as a file',
    fileName: 'secret.txt',
    cut: 'This text is long: {shown} of {total} characters are shown. Copying and saving take all of it.',
    sealedOn: 'Sealed on {moment}, by its sender’s clock.',
    last: 'It is gone from the service now. Put it somewhere safe before you close this page.',
    clear: 'Clear this page',
  },
  cleared: {
    title: 'Nothing is left here',
    lead: 'The secret is no longer on this page. You can close it.',
  },

  unknown: {
    title: 'This link leads nowhere',
    lead: 'The service does not know this message. Perhaps the link was cut short when it was passed on. Ask the sender to send all of it again.',
  },
  expired: {
    title: 'This message has expired',
    lead: 'Its sender set a time for it, and that has passed. The service has erased it. If you still need it, ask for a new one.',
  },
  exhausted: {
    title: 'This message is used up',
    lead: 'It has been shown as often as its sender allowed, and the service has erased it.',
    note: 'If you have never opened it, tell the sender now: somebody else had this link. Without the password they could not read it.',
  },
  deleted: {
    title: 'This message was deleted',
    lead: 'Its sender took it back, and the service has erased it. If you still need it, ask for a new one.',
  },
  noLink: {
    title: 'Nothing to open here',
    lead: 'This is a place for sealed messages. To open one, use the whole link you were sent.',
  },
  offline: {
    title: 'You are offline',
    lead: 'Nothing has been opened and nothing is used up. Connect to a network and try again.',
  },
  unreachable: {
    title: 'The service does not answer',
    lead: 'It may be switched off or out of reach. Try again in a moment.',
    note: 'If the connection broke after your click, that may have counted as shown.',
  },
  limited: {
    title: 'Too many requests from here',
    lead: 'Nothing is used up. The service takes more from your network at {time}.',
  },
  failed: {
    title: 'Something went wrong at the service',
    lead: 'It is not your doing. Try again in a moment; if it stays like this, tell the sender.',
  },
  damaged: {
    title: 'This message is damaged',
    lead: 'What the service handed out is not a whole sealed message, and no password will open it. Ask the sender for a new one.',
  },
  unreadable: {
    title: 'This page cannot read that message',
    lead: 'The password is right, but the message was made in a way this page does not know. Ask the sender to write it again.',
  },
  again: 'Try again',
};
