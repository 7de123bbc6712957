/** What happens when the window closes: pure decisions, so that each can be tested. */
import type { Settings } from '../../shared/bridge/models.ts';

export interface ClosingState {
  readonly platform: NodeJS.Platform;
  /** Whether this desktop shows our tray. Without it a program without a window could not be reached. */
  readonly hasTray: boolean;
  readonly whenClosed: Settings['whenClosed'];
  readonly isQuitting: boolean;
  readonly isLocked: boolean;
  /** A window that hangs cannot ask. */
  readonly canAsk: boolean;
}

/** Whether the person is asked first what becomes of the program; it is said there where it would be found. */
export function asksWhenClosing({
  hasTray,
  whenClosed,
  isQuitting,
  isLocked,
  canAsk,
}: ClosingState): boolean {
  return hasTray && whenClosed === 'ask' && canAsk && !isQuitting && !isLocked;
}

/** Whether the program goes on without a window. */
export function staysWithoutWindow({ platform, hasTray, whenClosed }: ClosingState): boolean {
  // On macOS a program stays in the Dock until it is told to quit, unless the person chose otherwise.
  if (whenClosed === 'quit') return false;
  return hasTray || platform === 'darwin';
}
