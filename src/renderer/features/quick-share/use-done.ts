import { useState } from 'react';
import type { CallInput } from '../../../shared/bridge/contract.ts';
import type { Share } from '../../../shared/bridge/models.ts';
import { answered } from '../../state/answered.ts';
import { useServices } from '../../state/services.tsx';

export interface Done {
  readonly outcome: 'sent' | 'waiting' | 'uncertain';
  readonly share: Share;
  readonly password: string;
}

/** Between the words of the password. */
export const SEPARATOR = '-';

/** What was made, and what can be done with its two halves. */
export interface Handing {
  readonly done: Done | null;
  /** Of the link; null while it is being copied, or where there is none. */
  readonly isLinkCopied: boolean | null;
  readonly copyLink: () => Promise<boolean>;
  readonly copyPassword: () => Promise<boolean>;
  /** Puts the password into the keychain until the link exists. False when that did not take it. */
  readonly keepPassword: () => Promise<boolean>;
}

export function useDone(): Handing & { readonly finish: (done: Done) => Promise<void> } {
  const { bridge, copier, keptPasswords } = useServices();
  const [done, setDone] = useState<Done | null>(null);
  const [isLinkCopied, setIsLinkCopied] = useState<boolean | null>(null);
  /** For the entry's timeline; nothing depends on whether it was written down. */
  const happened = (id: string, what: CallInput<'ledger.happened'>['what']): void => {
    void answered(bridge.call('ledger.happened', { id, what }));
  };
  const copyLink = async ({ id, link }: Share): Promise<boolean> => {
    const isCopied = link !== null && (await copier.copy(link));
    setIsLinkCopied(isCopied);
    if (isCopied) happened(id, 'link-copied');
    return isCopied;
  };
  return {
    ...{ done, isLinkCopied },
    finish: async (made) => {
      setDone(made);
      if (made.outcome === 'sent') await copyLink(made.share);
    },
    copyLink: () => (done === null ? Promise.resolve(false) : copyLink(done.share)),
    copyPassword: async () => {
      if (done === null || !(await copier.copy(done.password, 'password'))) return false;
      happened(done.share.id, 'password-copied');
      return true;
    },
    keepPassword: async () => {
      if (done === null) return false;
      const division = { by: 'separator', separator: SEPARATOR } as const;
      return keptPasswords.getState().keep(done.share.id, { password: done.password, division });
    },
  };
}
