export const updates = {
  section: 'Updates',
  text: 'The program asks its releases page for the newest version when you say so, and says nothing about you. A version counts only when the makers have signed it.',
  daily: 'Look once a day',
  dailyHint: 'Nothing is fetched until you say so.',
  never: 'Not looked for yet.',
  lookedAt: 'Last looked: {{when}}',
  state: {
    idle: 'You have version {{version}}.',
    looking: 'Looking for a newer version …',
    none: 'Version {{version}} is the newest.',
    available: 'Version {{version}} can be had.',
    downloading: 'Fetching version {{version}} …',
    ready: 'Version {{version}} is here.',
    failed: 'Looking did not work.',
    notFetched: 'Version {{version}} could not be fetched.',
    notInstalled: 'Version {{version}} could not be put in place.',
  },
  about: 'Of {{day}}, {{size}}.',
  ready:
    'It is signed by the makers. The program ends, is replaced and starts again. What waits to be sent is kept.',
  why: {
    unreachable: 'The releases page did not answer. Try again when you are online.',
    'not-found':
      'There is nothing where it should be. It may be that a new version is just being published; try again later.',
    unreadable:
      'The answer cannot be understood, or has nothing for this system. You keep the version you have.',
    signature:
      'What was found is not signed by the makers of this program, so it was thrown away. You keep the version you have.',
    digest:
      'What arrived is not what the makers signed, so it was thrown away. You keep the version you have.',
    broken: 'The connection broke off. What had arrived was thrown away; you keep the version you have.',
    storage: 'It could not be written to disk. Make room and try again; you keep the version you have.',
    install:
      'The old version is still there and works. Try again, or get the new one from the releases page.',
  },
  look: 'Look now',
  download: 'Download',
  stop: 'Stop',
  install: 'Restart with it',
  retry: 'Try again',
  page: 'Show the releases',
  pageText: 'All versions and what is new in them.',
  progress: 'How much of the new version has arrived',
  off: {
    sources: 'This program runs from its sources: whoever fetched them keeps them up to date.',
    'local-package':
      'This is a local package, made on some computer and not by the makers: whoever made it keeps it up to date.',
    'package-manager': 'Your package manager keeps this program up to date.',
    flatpak: 'Flatpak keeps this program up to date.',
    snap: 'Snap keeps this program up to date.',
    folder: 'This program was unpacked by hand. You keep it up to date: unpack a newer one in its place.',
    'read-only': 'You may not write where this program is. Whoever put it there keeps it up to date.',
    'no-key': 'This build has no key to check new versions with, so it does not look for any.',
  },
} as const;
