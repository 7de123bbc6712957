/** Calls about new versions of the program. How each goes on is told by `updates.changed`. */
import type { CallHandlers } from '../../../shared/bridge/contract.ts';
import type { CallName } from '../../../shared/bridge/names.ts';
import type { ProgramUpdates } from '../../updates/updates.ts';

export type UpdatesCall = Extract<CallName, `updates.${string}`>;

export interface UpdatesCallParts {
  readonly updates: ProgramUpdates;
  /** Opens the page with the releases; false where there is none. */
  readonly openPage: () => Promise<boolean>;
}

export function updatesCalls({ updates, openPage }: UpdatesCallParts): Pick<CallHandlers, UpdatesCall> {
  const after = (act: () => void) => () => {
    act();
    return Promise.resolve(updates.state);
  };
  return {
    'updates.state': () => Promise.resolve(updates.state),
    'updates.look': after(() => {
      updates.look();
    }),
    'updates.download': after(() => {
      updates.download();
    }),
    'updates.stop': after(() => {
      updates.stop();
    }),
    // The answer first: the window that asked is about to go.
    'updates.install': after(() => {
      setImmediate(() => {
        updates.install();
      });
    }),
    'updates.openPage': openPage,
  };
}
