import { readArguments, USAGE } from './arguments.ts';
import { run } from './commands.ts';
import { EXIT, type ExitCode, Failure } from './failure.ts';
import type { Surroundings } from './surroundings.ts';

/** Does what the arguments say. @returns what to answer to the shell */
export async function runTool(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  try {
    const command = readArguments(args);
    await surroundings.write(command === 'help' ? USAGE : await run(command, surroundings));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    surroundings.say(error.message);
    return error.exitCode;
  }
}
