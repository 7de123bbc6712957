import type { OpenError, SealError } from '../core/envelope/index.ts';

/** The reasons in words, with the code that the vectors and other clients use. */
const REASONS: Readonly<Record<(OpenError | SealError)['code'], string>> = {
  'too-short': 'This is too short to be an envelope.',
  'too-large': 'This is larger than the tool takes.',
  'not-hex': 'This is no envelope: it does not begin with 64 lower-case hexadecimal digits.',
  'not-base64':
    'This is no envelope, or it was damaged on the way: the part after the first 64 characters is not base64.',
  'bad-length': 'A part of the envelope is missing: the ciphertext is not a whole number of blocks.',
  'wrong-password-or-altered': 'Wrong password, or the envelope was altered. The two cannot be told apart.',
  'not-this-format': 'The password is right, but what it opens is not a message of this format.',
  'unsupported-version': 'The password is right, but the message has a version this tool does not know',
  'empty-password': 'The password is empty.',
  'empty-content': 'There is no secret: standard input is empty.',
  'bad-created': 'The clock of this machine gives no valid date.',
  'verification-failed': 'The new envelope did not open again, so it is not given out.',
  cancelled: 'Cancelled.',
};

export function describeError(error: OpenError | SealError): string {
  const reason = REASONS[error.code];
  return error.code === 'unsupported-version'
    ? `${reason}: ${error.version}. (${error.code})`
    : `${reason} (${error.code})`;
}
