#!/usr/bin/env node
/**
 * The offline tool: seals, opens and inspects envelopes with nothing but Node. The proof that a secret can be read
 * without the program and without the service. `--help` says how; `arguments.ts` has the words.
 */
import { EXIT, Failure } from './failure.ts';
import { runTool } from './tool.ts';
import { toVisible } from './visible.ts';

const say = (sentence: string): void => {
  process.stderr.write(`envelope: ${sentence}\n`);
};

process.exitCode = await runTool(process.argv.slice(2), {
  input: process.stdin,
  variables: process.env,
  write: (text) => write(process.stdout.isTTY ? shownOnTerminal(text) : text),
  say,
});

/** Files and pipes get every character as it is; a terminal would obey some of them. */
function shownOnTerminal(text: string): string {
  const visible = toVisible(text);
  if (visible !== text) {
    say('Characters that a terminal would obey are shown as signs; a file or a pipe gets them as they are.');
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
