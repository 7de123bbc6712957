/** Calls about what was sent, or is to be. */
import { parseLink } from '../../../core/api/link.ts';
import type { CallHandlers, CallOutput } from '../../../shared/bridge/contract.ts';
import type { OpenOutput, SendOutput } from '../../../shared/bridge/models.ts';
import { openLinkInBrowser } from '../../security/external.ts';
import { offers, type ServiceDirectory } from '../../shares/directory.ts';
import type { HandlerParts } from './parts.ts';

type ShareCall =
  | 'shares.send'
  | 'shares.refresh'
  | 'shares.delete'
  | 'shares.retry'
  | 'shares.cancel'
  | 'passwords.keep'
  | 'passwords.kept'
  | 'passwords.drop'
  | 'secrets.open'
  | 'external.open';

export function shareCalls(parts: HandlerParts): Pick<CallHandlers, ShareCall> {
  const { services, sender, reviewer, refresher } = parts;
  const sending = async (work: Promise<SendOutput>): Promise<SendOutput> => {
    const output = await work;
    if (output.outcome !== 'sent') parts.wakeOutbox();
    return output;
  };
  const retry = async (id: string, expiresAt: string | null | undefined): Promise<SendOutput> =>
    // Gone from the outbox, or already under way: either way there is nothing left to send.
    (await sender.retry(id, expiresAt)) ?? { outcome: 'invalid', why: 'storage' };

  return {
    'shares.send': (request) => sending(sender.send(request)),
    'shares.refresh': () => refresher.askNow(),
    'shares.delete': ({ id }) => reviewer.remove(id),
    'shares.retry': ({ id, expiresAt }) => sending(retry(id, expiresAt)),
    'shares.cancel': ({ id }) => cancel(parts, id),
    ...passwordCalls(parts),
    'secrets.open': ({ link }) => openLink(services, link),
    'external.open': async ({ link }) => {
      const parsed = parseLink(link);
      // The page that says that a secret is gone is of a service that rests when all are.
      if (parsed !== null) await services.byOrigin(parsed.origin)?.ready();
      return openLinkInBrowser(link, services.origins());
    },
  };
}

type PasswordCall = 'passwords.keep' | 'passwords.kept' | 'passwords.drop';

/** What is kept is wrapped by the window with a key of its own; here it is a text like any other. */
function passwordCalls({ keychain, ledger }: HandlerParts): Pick<CallHandlers, PasswordCall> {
  return {
    'passwords.keep': async ({ id, wrapped }) => {
      if (ledger.find(id) === null || !(await keychain.write(`password:${id}`, wrapped)).ok) return false;
      ledger.notePassword(id, true);
      return true;
    },
    'passwords.kept': async ({ id }) => {
      const kept = await keychain.read(`password:${id}`);
      return kept.ok ? kept.value : null;
    },
    'passwords.drop': async ({ id }) => {
      const { ok } = await keychain.remove(`password:${id}`);
      if (ok && ledger.story(id)?.isPasswordKept === true) ledger.notePassword(id, false);
      return ok;
    },
  };
}

/** What is not sent needs no password any more. */
async function cancel({ sender, keychain }: HandlerParts, id: string): Promise<CallOutput<'shares.cancel'>> {
  const outcome = await sender.cancel(id);
  if (outcome === 'cancelled') await keychain.remove(`password:${id}`);
  return outcome;
}

async function openLink(services: ServiceDirectory, link: string): Promise<OpenOutput> {
  const parsed = parseLink(link);
  if (parsed === null) return { outcome: 'not-a-link' };
  const service = services.byOrigin(parsed.origin);
  if (service === null || !(await offers(service, 'open'))) return { outcome: 'browser-only' };
  const opened = await service.client.open(parsed.messageId);
  return opened.ok ? { outcome: 'fetched', ...opened.value } : { outcome: 'failed', reason: opened.error };
}
