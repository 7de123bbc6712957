import type { CallHandlers } from '../../src/shared/bridge/contract.ts';
import type { Share } from '../../src/shared/bridge/models.ts';
import type { CallName } from '../../src/shared/bridge/names.ts';

type LedgerCall = Extract<CallName, `ledger.${string}` | 'program.erase'>;

/** Just enough to answer: the list as it is, unfiltered. */
export function createLedgerHandlers(world: {
  readonly shares: readonly Share[];
}): Pick<CallHandlers, LedgerCall> {
  return {
    'ledger.query': ({ offset, limit }) =>
      Promise.resolve({
        total: world.shares.length,
        revision: 0,
        shares: world.shares.slice(offset, offset + limit),
      }),
    'ledger.summary': () =>
      Promise.resolve({ total: world.shares.length, revision: 0, states: {}, accounts: [] }),
    'ledger.ids': () => Promise.resolve(world.shares.map(({ id }) => id)),
    'ledger.entry': ({ id }) => {
      const share = world.shares.find((each) => each.id === id);
      return Promise.resolve(
        share === undefined ? null : { share, note: null, passwordPlace: 'not-kept', timeline: [] },
      );
    },
    'ledger.note': () => Promise.resolve(true),
    'ledger.happened': () => Promise.resolve(true),
    'ledger.deleteMany': ({ ids }) =>
      Promise.resolve({ done: ids.length, already: 0, failed: [], stopped: 0 }),
    'ledger.stopBulk': () => Promise.resolve(false),
    'ledger.forgetMany': ({ ids }) => Promise.resolve({ forgotten: ids.length }),
    'ledger.restore': ({ ids }) => Promise.resolve({ restored: ids.length }),
    'ledger.export': () => Promise.resolve({ outcome: 'cancelled' }),
    'ledger.import': () => Promise.resolve({ outcome: 'cancelled' }),
    'ledger.place': () => Promise.resolve('keychain'),
    'ledger.setPassphrase': () => Promise.resolve('not-needed'),
    'ledger.unlock': () => Promise.resolve('not-needed'),
    'program.erase': () => Promise.resolve({ erased: [], kept: [], remains: [] }),
  };
}
