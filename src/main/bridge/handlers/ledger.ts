/** Calls about the list of what was sent: asked for by the page, changed by commands about many. */
import type { CatalogueFilter } from '../../../core/catalogue/catalogue.ts';
import type { CallHandlers } from '../../../shared/bridge/contract.ts';
import type { LedgerEntry, LedgerFilter } from '../../../shared/bridge/ledger.ts';
import type { LedgerStory } from '../../ledger/ledger.ts';
import { toShare } from '../../shares/to-share.ts';
import type { HandlerParts } from './parts.ts';

type LedgerCall = Extract<keyof CallHandlers, `ledger.${string}`> | 'program.erase';

export function ledgerCalls(parts: HandlerParts): Pick<CallHandlers, LedgerCall> {
  const { ledger, listing, services, bulk, forgetting, exchange, vault } = parts;
  return {
    'ledger.query': async ({ filter, order, offset, limit }) => {
      const { revision } = ledger;
      const { total, records } = await listing.query(toFilter(filter), order, { offset, limit });
      return { total, revision, shares: records.map((record) => toShare(record, services)) };
    },
    'ledger.summary': async () => {
      const { revision } = ledger;
      const { total, states, accounts } = await listing.summary();
      return { total, revision, states, accounts: accounts.map((account) => ({ ...account })) };
    },
    'ledger.ids': async ({ filter, order }) => [...(await listing.ids(toFilter(filter), order))],
    'ledger.entry': async ({ id }) => {
      const story = listing.isHidden(id) ? null : ledger.story(id);
      return story === null ? null : toEntry(parts, story);
    },
    'ledger.note': ({ id, note }) => {
      const kept = note === null || note.trim() === '' ? null : note;
      return Promise.resolve(ledger.setNote(id, kept));
    },
    'ledger.happened': ({ id, what }) => Promise.resolve(ledger.note(id, what)),
    'ledger.deleteMany': ({ ids }) => bulk.run(ids),
    'ledger.stopBulk': () => Promise.resolve(bulk.stop()),
    'ledger.forgetMany': ({ ids }) => Promise.resolve({ forgotten: forgetting.forget(ids) }),
    'ledger.restore': ({ ids }) => Promise.resolve({ restored: forgetting.restore(ids) }),
    'ledger.export': ({ filter, ...rest }) => exchange.save({ ...rest, filter: toFilter(filter) }),
    'ledger.import': ({ passphrase }) => exchange.load(passphrase),
    'ledger.place': () => Promise.resolve(vault.place),
    'ledger.setPassphrase': ({ passphrase }) => vault.setPassphrase(passphrase),
    'ledger.changePassphrase': ({ current, next }) => vault.changePassphrase(current, next),
    'ledger.unlock': async ({ passphrase }) => {
      const outcome = await vault.unlock(passphrase);
      // What waits in it may have waited since an earlier run.
      if (outcome === 'opened') parts.wakeOutbox();
      return outcome;
    },
    'program.erase': () => parts.erasure.erase(),
  };
}

const toFilter = ({ from, until, ...rest }: LedgerFilter): CatalogueFilter => ({
  ...rest,
  from: from === null ? null : Date.parse(from),
  until: until === null ? null : Date.parse(until),
});

async function toEntry({ services, keychain }: HandlerParts, story: LedgerStory): Promise<LedgerEntry> {
  const { record, timeline } = story;
  // An earlier program did not write down whether it kept one: the keychain knows.
  const isKept = story.isPasswordKept ?? (await isInKeychain(keychain, record.id));
  return {
    share: toShare(record, services),
    note: record.note,
    passwordPlace: isKept ? 'keychain' : 'not-kept',
    timeline: [...timeline],
  };
}

async function isInKeychain(keychain: HandlerParts['keychain'], id: string): Promise<boolean> {
  const kept = await keychain.read(`password:${id}`);
  return kept.ok && kept.value !== null;
}
