export const clipboard = {
  label: 'Clipboard',
  watching: 'Taken out of the clipboard in {{time}}.',
  untilQuit: 'It stays in the clipboard until you lock or quit the program, or copy something else.',
  keep: 'Leave it there',
  cleared: 'The clipboard was cleared.',
  replaced: 'The clipboard holds something else now; it was left alone.',
  left: 'It may still be in the clipboard: it could not be checked. Copy something else to replace it.',
  after_one: 'What you copy is taken out of the clipboard after {{count, number}} second.',
  after_other: 'What you copy is taken out of the clipboard after {{count, number}} seconds.',
  stays: 'What you copy stays in the clipboard until you lock or quit the program, or copy something else.',
  settings: {
    title: 'Clipboard',
    clear: 'Clear what was copied',
    times: {
      s15: 'After 15 seconds',
      s30: 'After 30 seconds',
      s60: 'After 1 minute',
      s120: 'After 2 minutes',
      s300: 'After 5 minutes',
      never: 'Only when locking or quitting',
    },
    clearText:
      'Only if the clipboard still holds what you copied here. A window nobody sees compares it; what it holds never leaves that window.',
    marks: 'Keep passwords out of clipboard histories',
    marksText:
      'Programs that keep a history of the clipboard leave out what is marked. To mark a password, the part of this program that has the network must hold it for a moment. Without this it never does.',
    marksImpossible:
      'Not possible here: Electron {{version}} cannot write such marks. Programs that keep a history of the clipboard keep passwords, too. From Electron 44 on you can choose it.',
    preview: 'Show the clipboard’s text, masked, before it is shared',
    previewText: 'When you share the clipboard’s text from the tray or by its shortcut.',
  },
} as const;
