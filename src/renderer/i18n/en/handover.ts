export const handover = {
  title: 'Sealed. Send two things, two ways.',
  titleWaiting: 'Sealed. It waits to be sent.',
  titleUncertain: 'Sealed. It may have arrived.',
  expires: 'It expires {{relative}}, on {{date}}.',
  expiresNever: 'It does not expire.',
  link: {
    title: 'The link',
    hint: 'Send it where the recipient reads you: mail, chat.',
    label: 'Link',
    copy: 'Copy link',
    copied: 'Link copied',
    qr: 'QR code of the link',
    message: 'Message for the recipient',
    waiting:
      'You get the link as soon as the service has it. You find it under Sent; keep the password until then.',
    uncertain:
      'The answer of the service was lost, so there is no link. Look under Sent before you send it again.',
  },
  message: {
    title: 'A message with the link',
    note: 'The password is not in it. Send that another way.',
    language: 'Language of the message',
    copy: 'Copy message',
    copied: 'Message copied',
    label: 'Message',
    close: 'Close',
  },
  password: {
    title: 'The password',
    hint: 'Send it another way: call, text message, in person.',
    label: 'Password',
    copy: 'Copy password',
    copied: 'Password copied',
    own: 'Your own password',
  },
  closing: 'When you close this, the password is gone from this program. The link stays under Sent.',
  closingWaiting: 'When you close this, the password is gone from this program. Keep it before you do.',
  closingKept:
    'When you close this, the password stays in the keychain until the link exists. You find it under Sent.',
  keep: {
    action: 'Keep the password in the keychain until the link exists',
    actionMemory: 'Keep the password for this run, until the link exists',
    done: 'Kept in the keychain. You find it under Sent, with the link.',
    doneMemory: 'Kept for this run: there is no keychain. You find it under Sent, with the link.',
    failed: 'The keychain did not take it. Copy the password instead.',
  },
  done: 'Done',
  another: 'Close and write another',
  copyFailed: 'It could not be copied. Select it and copy it yourself.',
  unsaved: {
    title: 'Close without the password?',
    text: 'You have not copied it yet. Without it nobody can open this secret, you included.',
    action: 'Close anyway',
    cancel: 'Go back',
  },
} as const;

/** What the recipient reads. Written for someone who has never seen this program. */
export const recipient = {
  greeting: 'I have sent you something confidential.',
  link: 'Open this link: {{link}}',
  password: 'You need a password, which I will give you another way.',
  expires: 'The link expires on {{date}}.',
  once: 'It can be opened once, so open it when you are ready to read it.',
  limited_one: 'It can be opened {{count, number}} time.',
  limited_other: 'It can be opened {{count, number}} times.',
} as const;

export const reading = {
  who: 'Anyone with the link <strong>and</strong> the password can read this {{times}}.',
  once: 'once',
  limited_one: 'up to {{count, number}} time',
  limited_other: 'up to {{count, number}} times',
  unlimited: 'any number of times',
} as const;
