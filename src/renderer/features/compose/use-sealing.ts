import { useRef, useState } from 'react';
import type { ServiceFailure } from '../../../core/api/failure.ts';
import type { Policy } from '../../../core/secret/policy.ts';
import type { SendOutput } from '../../../shared/bridge/models.ts';
import { useServices } from '../../state/services.tsx';

export type SealingPhase =
  | { readonly name: 'idle' }
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
  readonly content: string;
  readonly password: string;
  readonly name: string | null;
  readonly policy: Policy;
  /** The longest envelope the service takes, in characters. */
  readonly maxLength: number;
}

type Sent = Extract<SendOutput, { outcome: 'sent' | 'waiting' | 'uncertain' }>;

export interface Sealing {
  readonly phase: SealingPhase;
  readonly problem: SealingProblem | 'cancelled' | null;
  /** Answers what to hand over, or null where the problem says why not. */
  readonly run: (request: SealRequest) => Promise<Sent | null>;
  readonly cancel: () => void;
  readonly clearProblem: () => void;
}

const IDLE: SealingPhase = { name: 'idle' };

/** Seals in the worker, then sends the envelope. The text is never lost on the way. */
export function useSealing(): Sealing {
  const { bridge, crypto } = useServices();
  const [phase, setPhase] = useState<SealingPhase>(IDLE);
  const [problem, setProblem] = useState<Sealing['problem']>(null);
  const abort = useRef<AbortController | null>(null);

  const fail = (reason: Sealing['problem']): null => {
    setProblem(reason);
    return null;
  };

  const seal = async (request: SealRequest): Promise<string | null> => {
    const { content, password, maxLength } = request;
    const controller = new AbortController();
    abort.current = controller;
    setPhase({ name: 'sealing', share: 0 });
    const created = new Date().toISOString();
    const sealed = await crypto.seal(
      { content, password, maxLength, created, hash: 'SHA-256' },
      {
        signal: controller.signal,
        onProgress: (share) => {
          setPhase({ name: 'sealing', share });
        },
      },
    );
    if (sealed.ok) return sealed.value;
    switch (sealed.error.code) {
      case 'cancelled':
        return fail('cancelled');
      case 'too-large':
      case 'verification-failed':
        return fail({ kind: 'sealing', why: sealed.error.code });
      default:
        return fail({ kind: 'sealing', why: 'crashed' });
    }
  };

  const send = async (envelope: string, { name, policy }: SealRequest): Promise<Sent | null> => {
    setPhase({ name: 'sending' });
    try {
      const output = await bridge.call('shares.send', { envelope, name, policy });
      if (output.outcome === 'refused') return fail({ kind: 'refused', reason: output.reason });
      return output.outcome === 'invalid' ? fail({ kind: 'invalid', why: output.why }) : output;
    } catch {
      return fail({ kind: 'unanswered' });
    }
  };

  return {
    phase,
    problem,
    run: async (request) => {
      setProblem(null);
      const envelope = await seal(request);
      const sent = envelope === null ? null : await send(envelope, request);
      setPhase(IDLE);
      return sent;
    },
    cancel: () => {
      abort.current?.abort();
    },
    clearProblem: () => {
      setProblem(null);
    },
  };
}
