export const app = {
  name: 'EnigmaCrypt',
  skip: 'Skip to the content',
  notifications: 'Messages',
  loading: 'Starting…',
  viewLoading: 'One moment…',
  waitingTitle: 'Waiting for the keychain',
  waitingText:
    'If your system asks you to unlock it, do so. Without it the program goes on in half a minute and keeps nothing beyond this run.',
  brokenTitle: 'This view stopped working',
  brokenText:
    'Nothing was sent. What you have already sent is safe in the list. Open the view again to go on.',
  brokenAction: 'Open it again',
  unreachableTitle: 'The program does not answer',
  unreachableText:
    'What you wrote is still here. Wait a moment and try again; if it goes on, copy your text and restart the program.',
} as const;

export const nav = {
  label: 'Views',
  compose: 'Compose',
  sent: 'Sent',
  open: 'Open',
  settings: 'Settings',
} as const;

export const service = {
  label: 'Service',
  builtIn: 'Built-in service',
  starting: 'Starting…',
  running: 'On this computer',
  failed: 'Not running',
  restart: 'Start it again',
  restarting: 'Starting it…',
  failedTitle: 'The built-in service is not running',
  failedText: {
    'port-in-use':
      'Another program uses its place on this computer. What you write stays here. Close that program, then start the service again.',
    storage:
      'Its storage could not be read or written. What you write stays here. Check that the disk has room, then start the service again.',
    crashed:
      'It stopped unexpectedly. What you write stays here, and nothing that was stored is lost. Start it again.',
  },
} as const;

export const notice = {
  dismiss: 'Dismiss',
  'keychain-missing': {
    title: 'There is no keychain on this computer',
    text: 'The list of what you send is kept for this run only. Everything else works.',
  },
  'keychain-unavailable': {
    title: 'The keychain did not answer',
    text: 'Nothing was overwritten. The list of what you send is kept for this run only. Unlock the keychain and restart the program to see your earlier list.',
  },
  'ledger-recovered': {
    title: 'A damaged list was mended',
    text: 'Your list of sent secrets was damaged. The file was kept aside, and everything that could be read is in the list.',
  },
  'ledger-in-use': {
    title: 'The list is open elsewhere',
    text: 'Another program has your list of sent secrets open. This run keeps one in memory, and it is gone when the program ends.',
  },
  'ledger-locked': {
    title: 'The list is locked',
    text: 'Your list of sent secrets is sealed under your passphrase. Give it in the settings to see the list; until then this run keeps one in memory.',
  },
  'ledger-set-aside': {
    title: 'Your earlier list could not be read',
    text: 'It was kept aside unchanged, and a new list was begun. Links you sent go on working.',
  },
  'ledger-newer': {
    title: 'Your list belongs to a newer version',
    text: 'It was left untouched. Until you update the program, what you send is kept for this run only.',
  },
  'ledger-in-memory': {
    title: 'Your list could not be stored',
    text: 'What you send is kept for this run only. Check that the disk has room, then restart the program.',
  },
  'accounts-set-aside': {
    title: 'Your accounts could not be read',
    text: 'They were kept aside, and only the built-in service is in use. Add your accounts again.',
  },
  'settings-set-aside': {
    title: 'Your settings could not be read',
    text: 'They were kept aside, and the usual settings are in use.',
  },
  'service-moved': {
    title: 'The built-in service has moved',
    text: 'Another program took its old place. Links made before the move do not open until that program is closed and this one restarted.',
  },
  'no-tray': {
    title: 'This desktop shows no tray',
    text: 'So the window stays where it is, and nothing is hidden out of your reach. A shortcut for quick share works without a tray; you choose it in the settings.',
  },
  'shortcut-refused': {
    title: 'A shortcut could not be had',
    text: 'Another program has the keys you chose, or this desktop gives none. Choose others in the settings.',
  },
  'unofficial-runtime': {
    title: 'Running on an unofficial build of Electron',
    text: 'Good for development and tests. Do not use it for real secrets.',
  },
  'update-available': {
    title: 'A newer version can be had',
    text: 'It is under Settings, Updates. Nothing is fetched until you say so.',
  },
} as const;
