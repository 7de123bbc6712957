import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ReadStream, WriteStream } from 'node:tty';
import { EXIT, Failure } from './failure.ts';

/** The terminal itself, because standard input carries the secret or the envelope. */
const [INPUT, OUTPUT] =
  process.platform === 'win32'
    ? (['\\\\.\\CONIN$', '\\\\.\\CONOUT$'] as const)
    : (['/dev/tty', '/dev/tty'] as const);

/** Asks on the terminal and returns the line that is typed, which is not shown. Ctrl+C and Ctrl+D end the tool. */
export async function ask(question: string): Promise<string> {
  const [input, output] = openTerminal();
  // The line editor switches the terminal's own echo off, and echoes to where nobody looks.
  const nowhere = new Writable({
    write: (_chunk, _encoding, done: () => void) => {
      done();
    },
  });
  const editor = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  // Only now: whatever is typed from here on is no longer shown.
  output.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      const stop = (): void => {
        reject(new Failure('Interrupted.', EXIT.interrupted));
      };
      editor.on('SIGINT', stop).on('close', stop).on('line', resolve);
    });
  } finally {
    editor.close();
    output.write('\n');
    input.destroy();
    output.destroy();
  }
}

function openTerminal(): [ReadStream, WriteStream] {
  try {
    return [new ReadStream(openSync(INPUT, 'r+')), new WriteStream(openSync(OUTPUT, 'r+'))];
  } catch {
    throw new Failure(
      'There is no terminal to ask for the password. Use --password-file or --password-env.',
      EXIT.malformed,
    );
  }
}
