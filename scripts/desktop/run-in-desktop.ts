import { runInForeground } from '../lib/foreground.ts';
import { say } from '../lib/say.ts';
import { type SessionOptions, startSession } from './session.ts';

/**
 * Runs a command in this terminal, but inside a desktop of its own, and ends that desktop afterwards.
 * @returns the command's exit code; 1 when the desktop could not be started
 */
export const runInDesktop = async (
  command: string,
  args: readonly string[],
  options: SessionOptions & { readonly env?: NodeJS.ProcessEnv },
): Promise<number> => {
  const env = options.env ?? process.env;
  if (process.platform !== 'linux') return runInForeground(command, args, { env });
  const interruption = new AbortController();
  const remember = (): void => {
    interruption.abort();
  };
  process.on('SIGINT', remember).on('SIGTERM', remember).on('SIGHUP', remember);
  try {
    const session = await startSession(options, env);
    if (!session.ok) {
      say(`No desktop to run in: ${session.error.reason}. \`npm test\` installs or names what is missing.`);
      return 1;
    }
    try {
      return interruption.signal.aborted
        ? 130
        : await runInForeground(command, args, { env: session.value.env });
    } finally {
      await session.value.stop();
    }
  } finally {
    process.off('SIGINT', remember).off('SIGTERM', remember).off('SIGHUP', remember);
  }
};
