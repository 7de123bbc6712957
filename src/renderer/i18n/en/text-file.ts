export const textFile = {
  choose: 'Choose a text file',
  drop: 'Drop the text here',
  dropHint: 'Only the text of a file is sealed. Its name and its kind are not kept.',
  title: 'The text of {{name}}',
  note: 'Sealed exactly as it is in the file. The file’s name and kind are not kept: whoever opens the link gets the text.',
  edit: 'Edit it here',
  remove: 'Remove it',
  reading: 'Reading {{name}}',
  cancel: 'Stop',
  problemTitle: 'This file cannot be sealed',
  problem: {
    'too-large': 'It is {{size}}, and the service takes up to {{max}} once sealed. Send it in parts.',
    'not-text':
      'It is not a text file, and only text can be sealed. Put it where the recipient can fetch it, and seal the password to it.',
    empty: 'There is nothing in it.',
    unreadable: 'It could not be read. Check that it is still there and that you may open it.',
    several: 'One text at a time. Drop a single file.',
  },
  replace: {
    title: 'Replace what you have written?',
    text: 'A secret is one text. What you have written so far would be gone.',
    action: 'Replace it',
    cancel: 'Keep what I have',
  },
} as const;
