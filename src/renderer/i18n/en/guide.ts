/** What leads through the program: the introduction, the commands, the keys, and what it is made of. */
export const introduction = {
  label: 'Introduction',
  step: 'Step {{n}} of {{m}}',
  skip: 'Skip the introduction',
  next: 'Continue',
  back: 'Back',
  finish: 'Write the first secret',
  again: 'Show the introduction',
  againText: 'How a secret travels, which service carries it, and the keys.',
  picture: {
    title: 'A secret travels in two halves',
    text: 'You write it and seal it here. The link and the password go out by two different ways, so that neither is worth anything alone.',
    alt: 'A sealed letter. Its link goes by mail, its password by phone; the recipient needs both to open it.',
    you: 'You',
    link: 'The link, by mail',
    password: 'The password, by phone',
    recipient: 'The recipient',
    promise: 'Sealed on this computer. The service that carries it cannot read it.',
  },
  service: {
    title: 'Who carries it?',
    text: 'Whichever you choose sees the sealed text only. You can change it at any time.',
    label: 'The service for new secrets',
    builtin: 'This computer',
    builtinHint: 'No account. Links work for whoever reaches this computer, while the program runs.',
    elsewhere: 'EnigmaCrypt, or a service of your own',
    elsewhereHint:
      'Links work everywhere. With a token you may send more, and follow and delete what you sent; anonymously you need no account.',
    add: 'Set it up',
    chosen: 'New secrets go to {{name}}.',
  },
  keys: {
    title: 'Your hands can stay on the keyboard',
    text: 'Three keys are enough to begin with.',
    seal: 'Seals what you wrote and makes the link',
    palette: 'Finds everything the program can do',
    sheet: 'Shows all keys, while you are not writing',
  },
  anywhere: {
    title: 'And one from every other program',
    text: 'A shortcut of your choice opens a small window: write, press Enter, and the link is copied. You can also choose it later, in Settings.',
  },
} as const;

export const palette = {
  label: 'Find a command',
  placeholder: 'What would you like to do?',
  empty: 'Nothing is called that. Try fewer letters.',
  compose: 'Write a new secret',
  sent: 'Go to Sent',
  open: 'Open a secret',
  settings: 'Go to Settings',
  accounts: 'Manage accounts',
  use: 'Send with {{name}}',
  theme: {
    system: 'Theme: as the system',
    light: 'Theme: light',
    dark: 'Theme: dark',
  },
  language: {
    system: 'Language: as the system',
    en: 'Language: English',
    es: 'Language: Español',
  },
  keys: 'Show all keys',
  introduction: 'Show the introduction',
  about: 'About EnigmaCrypt',
  lock: 'Lock the program',
  licences: 'Licences of other people’s work',
} as const;

export const keys = {
  title: 'Keys',
  close: 'Close',
  groups: {
    everywhere: 'Everywhere',
    compose: 'Writing',
    sent: 'In the list of what you sent',
  },
  palette: 'Find a command',
  sheet: 'Show these keys',
  views: 'Go to a view',
  compose: 'Write a new secret',
  settings: 'Go to Settings',
  lock: 'Lock the program',
  closing: 'Close what is open',
  submit: 'Seal and create the link',
  rows: 'Move from row to row',
  details: 'Show the details',
} as const;

export const about = {
  title: 'About EnigmaCrypt',
  lead: 'Secrets handed over by two ways, sealed on your own computer.',
  version: 'Version',
  electron: 'Electron',
  unofficial: '{{version}}, an unofficial build',
  licence: 'Licence',
  mit: 'MIT: free to use, to read and to change',
  close: 'Close',
  licences: 'Other people’s work',
  licencesText: 'What this program is made of, and under which terms.',
  licencesTitle: 'Other people’s work',
  licencesLead:
    'This program stands on the work of {{count}} other projects. Electron brings its own list, and Chromium’s, in the program’s folder.',
  licencesLabel: 'Licence texts',
  licencesLoading: 'Reading the licences…',
} as const;
