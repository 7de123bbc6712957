import { type RefObject, useEffect, useRef, useState } from 'react';
import { generateWords, loadWordList, WORD_COUNT } from '../../../core/password/index.ts';
import type { QuickMode } from '../../../shared/bridge/quick-share.ts';
import { settledTarget, useCurrentAccount } from '../../state/accounts.ts';
import { useServices, useWords } from '../../state/services.tsx';
import { type Sealing, useSealing } from '../../state/use-sealing.ts';
import { type Handing, SEPARATOR, useDone } from './use-done.ts';

export type Blocked = 'empty' | 'service';

export interface QuickPolicy {
  /** Seconds, or null for never. */
  readonly lifetime: number | null;
  /** Null for any number. */
  readonly access: number | null;
  readonly setLifetime: (seconds: number | null) => void;
  readonly setAccess: (count: number | null) => void;
}

export interface QuickShare extends Handing {
  readonly policy: QuickPolicy;
  readonly sealing: Sealing;
  readonly blocked: Blocked | null;
  readonly seal: (text: string) => Promise<void>;
}

/** One secret on its way from this window, with the account's defaults. It lives here and nowhere else. */
export function useQuickShare(): QuickShare {
  const services = useServices();
  const { language } = useWords();
  const policy = useQuickPolicy();
  const sealing = useSealing();
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const { finish, ...handing } = useDone();
  const isBusy = useRef(false);

  const attempt = async (content: string): Promise<void> => {
    setBlocked(null);
    if (content === '') {
      setBlocked('empty');
      return;
    }
    sealing.setPreparing(true);
    const target = await settledTarget(services);
    sealing.setPreparing(false);
    if (target.status !== 'ready') {
      setBlocked('service');
      return;
    }
    const list = await loadWordList(language);
    const { password } = generateWords({ count: WORD_COUNT.default, separator: SEPARATOR, list }, random);
    const { account, maxLength } = target;
    const { lifetime, access } = policy;
    const expiresAt = lifetime === null ? null : new Date(Date.now() + lifetime * 1000).toISOString();
    const sent = await sealing.run({
      ...{ account, maxLength, content, password, name: null, extends: null },
      policy: { expiresAt, maxAccess: access },
    });
    if (sent === null) return;
    await finish({ outcome: sent.outcome, share: sent.share, password });
  };
  return {
    ...{ ...handing, policy, sealing, blocked },
    seal: async (text) => {
      if (isBusy.current || handing.done !== null) return;
      isBusy.current = true;
      try {
        await attempt(text);
      } finally {
        isBusy.current = false;
      }
    },
  };
}

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** What is not chosen is the account's default. */
function useQuickPolicy(): QuickPolicy {
  const defaults = useCurrentAccount()?.defaults;
  const [lifetime, setLifetime] = useState<number | null | undefined>();
  const [access, setAccess] = useState<number | null | undefined>();
  const usual = { lifetime: 7 * 86_400, access: 1 };
  return {
    lifetime:
      lifetime !== undefined ? lifetime : defaults === undefined ? usual.lifetime : defaults.lifetimeSeconds,
    access: access !== undefined ? access : defaults === undefined ? usual.access : defaults.maxAccess,
    setLifetime,
    setAccess,
  };
}

/**
 * Tells the main process that the page is drawn, and is told what the window was opened for: at once, or when it is
 * called, if it was only kept ready.
 *
 * @param field where one types
 */
export function useOpening(field: RefObject<HTMLElement | null>): {
  readonly mode: QuickMode | null;
  readonly count: number;
} {
  const { bridge } = useServices();
  const [opening, setOpening] = useState<{ mode: QuickMode | null; count: number }>({ mode: null, count: 0 });
  useEffect(() => {
    const open = (mode: QuickMode): void => {
      setOpening(({ count }) => ({ mode, count: count + 1 }));
      field.current?.focus();
      void bridge.call('service.prepare');
    };
    const stop = bridge.on('quick.shown', ({ mode }) => {
      open(mode);
    });
    field.current?.focus();
    void bridge.call('quick.ready').then((mode) => {
      if (mode !== null) open(mode);
    });
    return stop;
  }, [bridge, field]);
  return opening;
}
