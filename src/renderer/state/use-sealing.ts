import { useRef, useState } from 'react';
import type { ServiceFailure } from '../../core/api/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Policy } from '../../core/secret/policy.ts';
import type { Account, SendOutput } from '../../shared/bridge/models.ts';
import type { BridgeClient } from '../bridge/client.ts';
import type { CryptoClient, Watch } from '../crypto/client.ts';
import { useServices } from './services.tsx';

export type SealingPhase =
  | { readonly name: 'idle' }
  /** Before it can be sealed: the service starts, the password is looked at. */
  | { readonly name: 'preparing' }
  /** `share` is between 0 and 1. */
  | { readonly name: 'sealing'; readonly share: number }
  | { readonly name: 'sending' };

export type SealingProblem =
  | { readonly kind: 'refused'; readonly reason: ServiceFailure }
  | { readonly kind: 'invalid'; readonly why: Extract<SendOutput, { outcome: 'invalid' }>['why'] }
  | { readonly kind: 'sealing'; readonly why: 'crashed' | 'verification-failed' | 'too-large' }
  /** The main process did not answer. */
  | { readonly kind: 'unanswered' };

export interface SealRequest {
  readonly account: Account;
  readonly content: string;
  readonly password: string;
  readonly name: string | null;
  readonly policy: Policy;
  /** The entry it continues, or null. */
  readonly extends: string | null;
  /** The longest envelope the service takes, in characters. */
  readonly maxLength: number;
}

type Sent = Extract<SendOutput, { outcome: 'sent' | 'waiting' | 'uncertain' }>;
type Stop = SealingProblem | 'cancelled';

export interface Sealing {
  readonly phase: SealingPhase;
  /** Why the last one was not sent, until the next is tried. */
  readonly problem: Stop | null;
  /** Answers what to hand over, or null where the problem says why not. */
  readonly run: (request: SealRequest) => Promise<Sent | null>;
  readonly cancel: () => void;
  readonly setPreparing: (isPreparing: boolean) => void;
}

const IDLE: SealingPhase = { name: 'idle' };

/** Seals in the worker, then sends the envelope. The text is never lost on the way. */
export function useSealing(): Sealing {
  const { bridge, crypto } = useServices();
  const [phase, setPhase] = useState<SealingPhase>(IDLE);
  const [problem, setProblem] = useState<Stop | null>(null);
  const abort = useRef<AbortController | null>(null);

  const attempt = async (request: SealRequest): Promise<Result<Sent, Stop>> => {
    abort.current = new AbortController();
    setPhase({ name: 'sealing', share: 0 });
    // It may have gone to rest again while somebody wrote.
    void bridge.call('service.prepare');
    const envelope = await seal(crypto, request, {
      signal: abort.current.signal,
      onProgress: (share) => {
        setPhase({ name: 'sealing', share });
      },
    });
    if (!envelope.ok) return envelope;
    setPhase({ name: 'sending' });
    return send(bridge, envelope.value, request);
  };

  return {
    phase,
    problem,
    run: async (request) => {
      setProblem(null);
      const sent = await attempt(request);
      setPhase(IDLE);
      if (sent.ok) return sent.value;
      setProblem(sent.error);
      return null;
    },
    cancel: () => {
      abort.current?.abort();
    },
    setPreparing: (isPreparing) => {
      setPhase(isPreparing ? { name: 'preparing' } : IDLE);
    },
  };
}

async function seal(crypto: CryptoClient, request: SealRequest, watch: Watch): Promise<Result<string, Stop>> {
  const { content, password, maxLength, account } = request;
  const created = new Date().toISOString();
  const sealed = await crypto.seal({ content, password, maxLength, created, hash: account.hash }, watch);
  if (sealed.ok) return sealed;
  switch (sealed.error.code) {
    case 'cancelled':
      return err('cancelled');
    case 'too-large':
    case 'verification-failed':
      return err({ kind: 'sealing', why: sealed.error.code });
    default:
      return err({ kind: 'sealing', why: 'crashed' });
  }
}

async function send(
  bridge: BridgeClient,
  envelope: string,
  { account, name, policy, extends: before }: SealRequest,
): Promise<Result<Sent, Stop>> {
  try {
    const output = await bridge.call('shares.send', {
      ...{ accountId: account.id, envelope, name, policy },
      ...(before === null ? {} : { extends: before }),
    });
    if (output.outcome === 'refused') return err({ kind: 'refused', reason: output.reason });
    return output.outcome === 'invalid' ? err({ kind: 'invalid', why: output.why }) : ok(output);
  } catch {
    return err({ kind: 'unanswered' });
  }
}
