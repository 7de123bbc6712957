import { runInForeground } from '../lib/foreground.ts';
import { say } from '../lib/say.ts';
import { desktopsVariable } from './pool.ts';
import { type Session, type SessionOptions, startSession } from './session.ts';

interface DesktopOptions extends SessionOptions {
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a command in this terminal, but inside a desktop of its own, and ends that desktop afterwards.
 * @returns the command's exit code; 1 when the desktop could not be started
 */
export const runInDesktop = (
  command: string,
  args: readonly string[],
  options: DesktopOptions,
): Promise<number> => {
  const { env = process.env, ...session } = options;
  if (process.platform !== 'linux') return runInForeground(command, args, { env });
  return withSessions(1, session, env, ([desktop]) =>
    runInForeground(command, args, { env: desktop?.env ?? env }),
  );
};

/**
 * Runs a test runner with a desktop for each of its workers, which go in by {@link enterDesktop}.
 * @returns the runner's exit code; 1 when a desktop could not be started
 */
export const runWithDesktops = (
  count: number,
  command: string,
  args: readonly string[],
  options: DesktopOptions,
): Promise<number> => {
  const { env = process.env, ...session } = options;
  return withSessions(count, session, env, (desktops) => {
    const inside = JSON.stringify(desktops.map((desktop) => desktop.env));
    return runInForeground(command, args, { env: { ...env, [desktopsVariable]: inside } });
  });
};

/** Starts the sessions, works, and ends them whatever happened. */
const withSessions = async (
  count: number,
  options: SessionOptions,
  env: NodeJS.ProcessEnv,
  work: (sessions: readonly Session[]) => Promise<number>,
): Promise<number> => {
  const interruption = new AbortController();
  const remember = (): void => {
    interruption.abort();
  };
  process.on('SIGINT', remember).on('SIGTERM', remember).on('SIGHUP', remember);
  const sessions: Session[] = [];
  try {
    for (let started = 0; started < count; started += 1) {
      const session = await startSession(options, env);
      if (!session.ok) {
        say(`No desktop to run in: ${session.error.reason}. \`npm test\` installs or names what is missing.`);
        return 1;
      }
      sessions.push(session.value);
    }
    return interruption.signal.aborted ? 130 : await work(sessions);
  } finally {
    for (const session of sessions) await session.stop();
    process.off('SIGINT', remember).off('SIGTERM', remember).off('SIGHUP', remember);
  }
};
