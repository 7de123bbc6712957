/** The service, scripted: it takes what is sent and hands it out again. */
import type { z } from 'zod';
import type { CallOutput, calls } from '../../src/shared/bridge/contract.ts';
import type { SendOutput, Share } from '../../src/shared/bridge/models.ts';
import { builtinAccount, ORIGIN } from './accounts.ts';
import type { World } from './world.ts';

export function send(world: World, input: z.output<(typeof calls)['shares.send']['input']>): SendOutput {
  const outcome = world.script.send ?? 'sent';
  const reason = world.script.sendReason ?? { code: 'unreachable' };
  if (outcome === 'invalid') return { outcome, why: world.script.invalid ?? 'storage' };
  if (outcome === 'refused') return { outcome, reason };
  const account = world.accounts.find(({ id }) => id === input.accountId) ?? builtinAccount();
  const share = delivered({
    id: crypto.randomUUID(),
    name: input.name,
    accountId: input.accountId,
    isAccountGone: false,
    reports: account.abilities.known === 'announced' ? account.abilities.reports : false,
    serviceName: account.name,
    serviceOrigin: account.origin,
    messageId: null,
    link: null,
    createdAt: new Date().toISOString(),
    ...input.policy,
    accessCount: 0,
    firstAccessAt: null,
    deletedAt: null,
    state: 'active',
    reason: null,
  });
  if (outcome === 'sent') {
    world.shares = [share, ...world.shares];
    world.envelopes.set(share.link ?? '', { text: input.envelope, taken: 0 });
    return { outcome, share };
  }
  const kept: Share = { ...share, messageId: null, link: null, accessCount: null, state: outcome, reason };
  world.shares = [kept, ...world.shares];
  return { outcome, share: kept, reason };
}

export function open(world: World, link: string): CallOutput<'secrets.open'> {
  if (world.script.open !== undefined) return world.script.open;
  if (!/\/s\/[A-Za-z0-9_-]+$/.test(link)) return { outcome: 'not-a-link' };
  if (!link.startsWith(ORIGIN)) return { outcome: 'browser-only' };
  const kept = world.envelopes.get(link);
  if (kept === undefined) return { outcome: 'failed', reason: { code: 'not-found' } };
  kept.taken += 1;
  const share = world.shares.find((each) => each.link === link);
  return {
    outcome: 'fetched',
    envelope: kept.text,
    accessCount: kept.taken,
    maxAccess: share?.maxAccess ?? null,
  };
}

export function delivered(share: Share): Share {
  const messageId = Array.from(
    crypto.getRandomValues(new Uint8Array(8)),
    (byte) => ID_LETTERS[byte % 62],
  ).join('');
  return {
    ...{ ...share, messageId },
    link: `${share.serviceOrigin}/s/${messageId}`,
    state: share.reports === true ? 'active' : 'not-reported',
    accessCount: share.reports === true ? 0 : null,
    reason: null,
  };
}

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
