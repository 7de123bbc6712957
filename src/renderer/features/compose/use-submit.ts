import { useState } from 'react';
import type { CryptoClient } from '../../crypto/client.ts';
import { settledTarget } from '../../state/accounts.ts';
import type { Handover } from '../../state/handover.ts';
import { useServices } from '../../state/services.tsx';
import { divisionOf } from './division.ts';
import type { Blocked, Draft } from './use-draft.ts';
import { type Sealing, type SealRequest, useSealing } from '../../state/use-sealing.ts';

export interface Submit {
  readonly sealing: Sealing;
  /** What was missing, for as long as it is. */
  readonly blocked: Blocked | null;
  readonly submit: () => void;
  /** The question that comes first where one's own password is weak. */
  readonly weak: { readonly isAsking: boolean; readonly cancel: () => void; readonly accept: () => void };
}

/** From the draft to what is handed over. While the program starts, it waits and goes on by itself. */
export function useSubmit(draft: Draft, onSealed: (handover: Handover) => void): Submit {
  const services = useServices();
  const sealing = useSealing();
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const [weakRequest, setWeakRequest] = useState<SealRequest | null>(null);

  const seal = async (request: SealRequest): Promise<void> => {
    const division = divisionOf(draft.choice);
    const sent = await sealing.run(request);
    if (sent === null) return;
    services.again.getState().letGo();
    onSealed({ sent, password: request.password, ...(division === undefined ? {} : { division }) });
  };

  const prepare = async (): Promise<SealRequest | null> => {
    const request = await draft.toRequest(await settledTarget(services));
    setBlocked(typeof request === 'string' ? request : null);
    if (request === 'empty') draft.text.focus();
    if (typeof request === 'string') return null;
    if (draft.choice.kind !== 'own' || !(await isWeak(services.crypto, request.password))) return request;
    setWeakRequest(request);
    return null;
  };

  const attempt = async (): Promise<void> => {
    sealing.setPreparing(true);
    const request = await prepare();
    sealing.setPreparing(false);
    if (request !== null) await seal(request);
  };

  return {
    sealing,
    blocked: blocked !== null && draft.isMissing(blocked) ? blocked : null,
    submit: () => {
      if (sealing.phase.name === 'idle' && weakRequest === null) void attempt();
    },
    weak: {
      isAsking: weakRequest !== null,
      cancel: () => {
        setWeakRequest(null);
      },
      accept: () => {
        setWeakRequest(null);
        if (weakRequest !== null) void seal(weakRequest);
      },
    },
  };
}

async function isWeak(crypto: CryptoClient, password: string): Promise<boolean> {
  const strength = await crypto.estimate(password);
  return strength?.level === 'very-weak' || strength?.level === 'weak';
}
