export const lock = {
  title: 'Locked',
  why: {
    asked: 'You locked the program.',
    idle: 'Nobody was here for a while.',
    system: 'Your computer was locked or went to sleep.',
  },
  gone: 'What was written or open in its windows is gone from memory. Your list, your accounts and what waits to be sent are kept.',
  goesOn:
    'Links you have sent can still be opened. What waits to be sent, and news of what was sent, wait until you unlock.',
  opens: {
    keychain: 'Your system may ask you to open its keychain.',
    passphrase: 'Enter the passphrase of your list.',
    click:
      'There is no keychain on this computer, so this only hides what is in the windows. Anyone who is here can unlock it.',
  },
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  failed: {
    keychain: 'The keychain did not open. Nothing was lost. Try again when your system lets you.',
    'wrong-passphrase': 'That is not the passphrase. Nothing was lost.',
    storage: 'The list could not be read. Nothing was lost. Check the disk, then try again.',
  },
  section: 'Locking',
  sectionText:
    'Locking closes every window with what is in it, an unfinished text included, and drops tokens and keys from memory.',
  after: 'When nobody is here',
  afterMinutes: { never: 'Never', '5': 'After 5 minutes', '15': 'After 15 minutes', '60': 'After an hour' },
  withSystem: 'When the computer is locked or goes to sleep',
  withSystemLinux: 'When the computer goes to sleep',
  now: 'Lock now',
} as const;
