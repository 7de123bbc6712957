/** Each reason a service has: what happened, and what to do. */
export const failure = {
  unreachable: {
    what: 'The service cannot be reached.',
    next: 'Check your connection.',
  },
  timeout: {
    what: 'The service did not answer in time.',
    next: 'Try again in a moment.',
  },
  'answer-lost': {
    what: 'The connection broke before the answer came.',
    next: 'Check whether it arrived before you send it again.',
  },
  certificate: {
    what: 'This computer does not trust the service’s certificate.',
    next: 'Check the date of your computer and the address of the service.',
  },
  redirected: {
    what: 'The service wanted to send you to another address.',
    next: 'Check the address of the service. Nothing was followed.',
  },
  'not-the-service': {
    what: 'Something else answered at this address.',
    next: 'You may have to sign in to this network first.',
  },
  rejected: {
    what: 'The service did not accept it.',
    next: 'Change the expiry or the number of times, then try again.',
  },
  unauthorized: {
    what: 'The service does not accept your token.',
    next: 'Check the token of this service.',
  },
  forbidden: {
    what: 'The service does not allow this.',
    next: 'Only the one who sent it can do this.',
  },
  'captcha-required': {
    what: 'The service asks for proof that you are a person, which cannot be given here.',
    next: 'Add a token to this account, or create it in the browser.',
  },
  'not-found': {
    what: 'The service does not know this link.',
    next: 'Check that the link is complete.',
  },
  gone: {
    expired: { what: 'It has expired.', next: 'Ask the sender for a new one.' },
    exhausted: { what: 'It has been opened as often as it may be.', next: 'Ask the sender for a new one.' },
    deleted: { what: 'The sender has deleted it.', next: 'Ask the sender for a new one.' },
    unknown: { what: 'It is no longer there.', next: 'Ask the sender for a new one.' },
  },
  'too-large': {
    what: 'It is larger than the service takes.',
    next: 'Shorten it, or send it in parts.',
  },
  'rate-limited': {
    what: 'The service takes no more for now.',
    next: 'Try again {{when}}.',
  },
  'service-error': {
    what: 'The service has trouble of its own.',
    next: 'Try again in a moment.',
  },
  keychain: {
    what: 'The keychain did not hand over the token, so nothing was sent.',
    next: 'Unlock the keychain of your system, then try again.',
  },
  'token-missing': {
    what: 'This account has no token, so nothing was sent.',
    next: 'Add its token, or choose another account.',
  },
  cancelled: {
    what: 'You stopped it, so nothing was sent.',
    next: 'Try again when you are ready.',
  },
} as const;
