export const resident = {
  section: 'At hand',
  whenClosed: 'When the window is closed',
  whenClosedValues: { ask: 'Ask', tray: 'Stay in the tray', quit: 'Quit' },
  noTray: 'This desktop shows no tray, so closing the window quits the program.',
  noTrayMac: 'The program stays in the Dock until you quit it.',
  startAtLogin: 'Start with your session, without a window',
  notInstalled: 'Starting with your session is for the installed program. This one runs from its sources.',
  loginFailed: 'Your system did not change it. It stays as it was.',
  closing: {
    title: 'Keep the program in the tray?',
    text: 'The window closes and leaves nothing behind. The program stays as a small seal among the icons at the edge of your screen, where a click brings it back.',
    later: 'You can change this in the settings.',
    tray: 'Stay in the tray',
    quit: 'Quit',
    cancel: 'Leave it open',
  },
  unfinished: {
    title: 'Close with something unfinished?',
    text: 'What you have written is kept in this window alone, and is gone when it closes.',
    password: 'You have not copied the password yet. Without it nobody can open the link.',
    action: 'Close anyway',
    cancel: 'Leave it open',
  },
} as const;

export const protection = {
  section: 'Screen capture',
  text: 'Screenshots, recordings and shared screens show the program’s windows as black or not at all. Some remote desktops and screen readers that look at the picture cannot see them either.',
  label: 'Keep the windows out of screen capture',
  unavailable: 'This system has no such protection.',
  trialTitle: 'Can you still see this window?',
  trialText_one: 'Unless you say so, the protection ends in {{count, number}} second.',
  trialText_other: 'Unless you say so, the protection ends in {{count, number}} seconds.',
  keep: 'Yes, keep it',
  end: 'End it',
} as const;
