/** Calls about what was sent, or is to be. */
import { parseLink } from '../../../core/api/link.ts';
import type { CallHandlers, CallOutput } from '../../../shared/bridge/contract.ts';
import type { OpenOutput, SendOutput, Share } from '../../../shared/bridge/models.ts';
import { openLinkInBrowser } from '../../security/external.ts';
import { offers, type ServiceDirectory } from '../../shares/directory.ts';
import { toShare } from '../../shares/to-share.ts';
import type { HandlerParts } from './parts.ts';

type ShareCall =
  | 'shares.send'
  | 'shares.list'
  | 'shares.refresh'
  | 'shares.delete'
  | 'shares.forget'
  | 'shares.retry'
  | 'shares.cancel'
  | 'passwords.keep'
  | 'passwords.kept'
  | 'passwords.drop'
  | 'secrets.open'
  | 'external.open';

export function shareCalls(parts: HandlerParts): Pick<CallHandlers, ShareCall> {
  const { ledger, services, clock, sender, reviewer, broadcast } = parts;
  const list = (): Share[] => ledger.list().map((record) => toShare(record, services, clock()));
  const tellWindows = (): void => {
    broadcast('shares.changed', list());
  };
  const tellIfNews = (isNews: boolean): void => {
    if (isNews) tellWindows();
  };
  const telling = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    tellWindows();
    return result;
  };
  const sending = async (work: Promise<SendOutput>): Promise<SendOutput> => {
    const output = await telling(work);
    // A service that reports is asked at once: only then may the list say "not opened yet".
    if (output.outcome === 'sent') void reviewer.refresh().then(tellIfNews);
    else parts.wakeOutbox();
    return output;
  };
  const retry = async (id: string, expiresAt: string | null | undefined): Promise<SendOutput> =>
    // Gone from the outbox, or already under way: either way there is nothing left to send.
    (await sender.retry(id, expiresAt)) ?? { outcome: 'invalid', why: 'storage' };

  return {
    'shares.send': (request) => sending(sender.send(request)),
    'shares.list': () => Promise.resolve(list()),
    'shares.refresh': async () => {
      const isNews = await reviewer.refresh();
      tellIfNews(isNews);
      return isNews;
    },
    'shares.delete': ({ id }) => telling(reviewer.remove(id)),
    'shares.forget': ({ id }) => telling(forget(parts, id)),
    'shares.retry': ({ id, expiresAt }) => sending(retry(id, expiresAt)),
    'shares.cancel': ({ id }) => telling(cancel(parts, id)),
    ...passwordCalls(parts),
    'secrets.open': ({ link }) => openLink(services, link),
    'external.open': ({ link }) => openLinkInBrowser(link, services.origins()),
  };
}

type PasswordCall = 'passwords.keep' | 'passwords.kept' | 'passwords.drop';

/** What is kept is wrapped by the window with a key of its own; here it is a text like any other. */
function passwordCalls({ keychain, ledger }: HandlerParts): Pick<CallHandlers, PasswordCall> {
  return {
    'passwords.keep': async ({ id, wrapped }) =>
      ledger.find(id) !== null && (await keychain.write(`password:${id}`, wrapped)).ok,
    'passwords.kept': async ({ id }) => {
      const kept = await keychain.read(`password:${id}`);
      return kept.ok ? kept.value : null;
    },
    'passwords.drop': async ({ id }) => (await keychain.remove(`password:${id}`)).ok,
  };
}

/** What is not sent needs no password any more. */
async function cancel({ sender, keychain }: HandlerParts, id: string): Promise<CallOutput<'shares.cancel'>> {
  const outcome = await sender.cancel(id);
  if (outcome === 'cancelled') await keychain.remove(`password:${id}`);
  return outcome;
}

/** One that is still in the outbox is cancelled first, so that nothing of it is sent afterwards. */
async function forget({ ledger, sender, keychain }: HandlerParts, id: string): Promise<boolean> {
  const record = ledger.find(id);
  if (record === null) return false;
  await keychain.remove(`password:${id}`);
  if (record.delivery !== 'delivered') await sender.cancel(id);
  return ledger.forget(id) || record.delivery !== 'delivered';
}

async function openLink(services: ServiceDirectory, link: string): Promise<OpenOutput> {
  const parsed = parseLink(link);
  if (parsed === null) return { outcome: 'not-a-link' };
  const service = services.byOrigin(parsed.origin);
  if (service === null || !(await offers(service, 'open'))) return { outcome: 'browser-only' };
  const opened = await service.client.open(parsed.messageId);
  return opened.ok ? { outcome: 'fetched', ...opened.value } : { outcome: 'failed', reason: opened.error };
}
