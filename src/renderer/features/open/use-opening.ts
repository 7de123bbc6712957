import { useState } from 'react';
import type { ServiceFailure } from '../../../core/api/failure.ts';
import type { OpenedEnvelope, OpenError } from '../../../core/envelope/index.ts';
import type { OpenOutput } from '../../../shared/bridge/models.ts';
import type { BridgeClient } from '../../bridge/client.ts';
import type { CrashError } from '../../crypto/client.ts';
import { useServices } from '../../state/services.tsx';

type Fetched = Extract<OpenOutput, { outcome: 'fetched' }>;

/** An envelope that was fetched, kept so that another try costs no access. */
interface Kept {
  readonly link: string;
  readonly fetched: Fetched;
}

export type OpeningProblem =
  | {
      readonly kind: 'envelope';
      readonly code: (OpenError | CrashError)['code'];
      readonly isFetched: boolean;
    }
  | { readonly kind: 'failed'; readonly reason: ServiceFailure }
  | { readonly kind: 'browser-only'; readonly link: string }
  | { readonly kind: 'not-a-link' }
  | { readonly kind: 'unanswered' };

export interface Opened extends OpenedEnvelope {
  /** How often it has been opened with this, where it came by a link. */
  readonly access: { readonly count: number; readonly max: number | null } | null;
}

export interface Opening {
  readonly phase: 'idle' | 'fetching' | 'opening';
  readonly problem: OpeningProblem | null;
  readonly opened: Opened | null;
  /** Whether the envelope of this link is kept here. */
  readonly isKept: (source: string) => boolean;
  readonly run: (source: string, password: string) => Promise<void>;
  /** Forgets what was opened and what was fetched. */
  readonly wipe: () => void;
  readonly clearProblem: () => void;
}

const isLink = (source: string): boolean => /^https?:\/\//i.test(source);

/** Fetches once, opens as often as it takes. */
export function useOpening(): Opening {
  const { bridge, crypto } = useServices();
  const [phase, setPhase] = useState<Opening['phase']>('idle');
  const [problem, setProblem] = useState<OpeningProblem | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);

  const fetchOnce = async (link: string): Promise<Fetched | null> => {
    if (kept?.link === link) return kept.fetched;
    setPhase('fetching');
    const answer = await fetchEnvelope(bridge, link);
    if ('kind' in answer) {
      setProblem(answer);
      return null;
    }
    setKept({ link, fetched: answer });
    return answer;
  };

  const open = async (source: string, password: string): Promise<void> => {
    const fetched = isLink(source) ? await fetchOnce(source) : null;
    if (isLink(source) && fetched === null) return;
    setPhase('opening');
    const result = await crypto.open(fetched?.envelope ?? source, password);
    if (result.ok) {
      const access = fetched === null ? null : { count: fetched.accessCount, max: fetched.maxAccess };
      setOpened({ ...result.value, access });
    } else setProblem({ kind: 'envelope', code: result.error.code, isFetched: fetched !== null });
  };

  return {
    phase,
    problem,
    opened,
    isKept: (source) => kept !== null && kept.link === source.trim(),
    run: async (source, password) => {
      setProblem(null);
      await open(source.trim(), password);
      setPhase('idle');
    },
    wipe: () => {
      setOpened(null);
      setKept(null);
      setProblem(null);
    },
    clearProblem: () => {
      setProblem(null);
    },
  };
}

async function fetchEnvelope(bridge: BridgeClient, link: string): Promise<Fetched | OpeningProblem> {
  try {
    const output = await bridge.call('secrets.open', { link });
    switch (output.outcome) {
      case 'fetched':
        return output;
      case 'browser-only':
        return { kind: 'browser-only', link };
      case 'not-a-link':
        return { kind: 'not-a-link' };
      case 'failed':
        return { kind: 'failed', reason: output.reason };
    }
  } catch {
    return { kind: 'unanswered' };
  }
}
