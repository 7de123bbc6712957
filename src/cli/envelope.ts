#!/usr/bin/env node
/**
 * The offline tool: seals, opens and inspects envelopes with nothing but Node. The proof that a secret can be read
 * without the program and without the service. `--help` says how; `arguments.ts` has the words.
 */
import { readArguments, USAGE } from './arguments.ts';
import { run } from './commands.ts';
import { EXIT, Failure } from './failure.ts';
import { toVisible } from './visible.ts';

try {
  const command = readArguments(process.argv.slice(2));
  const text = command === 'help' ? USAGE : await run(command);
  await write(process.stdout.isTTY ? shownOnTerminal(text) : text);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`envelope: ${error.message}\n`);
  process.exitCode = error.exitCode;
}

/** Files and pipes get every character as it is; a terminal would obey some of them. */
function shownOnTerminal(text: string): string {
  const visible = toVisible(text);
  if (visible !== text) {
    process.stderr.write(
      'envelope: Characters that a terminal would obey are shown as signs; a file or a pipe gets them as they are.\n',
    );
  }
  return visible;
}

/** Resolves when the text is out, so that nothing is lost in a pipe; a reader that closed early is no error. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') resolve();
      else reject(new Failure(`Cannot write the output: ${error.message}`, EXIT.malformed));
    });
    process.stdout.write(text, () => {
      // A shell's next prompt does not have to stand behind the secret; the output itself stays exact.
      if (process.stdout.isTTY && !text.endsWith('\n')) process.stderr.write('\n');
      resolve();
    });
  });
}
