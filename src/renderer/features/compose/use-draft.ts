import { useState } from 'react';
import { CHARACTER_COUNT, WORD_COUNT } from '../../../core/password/index.ts';
import { type Target, useCurrentAccount, useTarget } from '../../state/accounts.ts';
import type { Again } from '../../state/again-store.ts';
import { useAgain, useWords } from '../../state/services.tsx';
import type { AccountDefaults } from '../../../shared/bridge/models.ts';
import {
  type AccessChoice,
  type ExpiryChoice,
  hasExpiryProblem,
  resolveAccess,
  resolveExpiry,
  type UnlockChoice,
} from './draft.ts';
import type { SealRequest } from '../../state/use-sealing.ts';
import { type SecretText, useSecretText } from './use-secret-text.ts';
import { type UnlockPassword, useUnlockPassword } from './use-unlock-password.ts';

/** What stands in the way of sealing. */
export type Blocked = 'empty' | 'password' | 'expiry' | 'access' | 'tooLarge' | 'service';

/** One secret on its way to being sealed. It lives in the view and nowhere else. */
export interface Draft {
  readonly text: SecretText;
  readonly expiry: ExpiryChoice;
  readonly setExpiry: (choice: ExpiryChoice) => void;
  readonly access: AccessChoice;
  readonly setAccess: (choice: AccessChoice) => void;
  readonly choice: UnlockChoice;
  readonly setChoice: (choice: UnlockChoice) => void;
  readonly own: string;
  readonly setOwn: (own: string) => void;
  readonly unlock: UnlockPassword;
  readonly name: string;
  readonly setName: (name: string) => void;
  /** The whole draft as one request, or what is missing. */
  readonly toRequest: (target: Target) => Promise<SealRequest | Blocked>;
  /** Whether something that stood in the way still does. */
  readonly isMissing: (blocked: Blocked) => boolean;
}

/** Shown for the moment in which the accounts are not known yet. */
const FIRST_DEFAULTS: AccountDefaults = { lifetimeSeconds: 7 * 86_400, maxAccess: 1 };

export function useDraft(): Draft {
  const { language } = useWords();
  const account = useCurrentAccount();
  const target = useTarget();
  const text = useSecretText();
  const { expiry, setExpiry, access, setAccess, fill } = usePolicy(account?.defaults ?? FIRST_DEFAULTS);
  const [choice, setChoice] = useState<UnlockChoice>(() => ({
    kind: 'words',
    wordCount: WORD_COUNT.default,
    separator: '-',
    list: language,
    length: CHARACTER_COUNT.default,
    lookAlikes: false,
  }));
  const [own, setOwn] = useState('');
  const [name, setName] = useState('');
  const again = useSettingsOfBefore(setName, fill);
  const unlock = useUnlockPassword(choice, own);
  const toRequest = async (target: Target): Promise<SealRequest | Blocked> => {
    const content = text.read();
    const expiresAt = resolveExpiry(expiry, Date.now());
    const maxAccess = resolveAccess(access);
    if (content === '') return 'empty';
    if (expiresAt !== null && typeof expiresAt !== 'string') return 'expiry';
    if (maxAccess === undefined) return 'access';
    if (target.status !== 'ready') return 'service';
    if (text.size !== null && text.size > target.maxLength) return 'tooLarge';
    const password = await unlock.obtain();
    if (password === '') return 'password';
    const { account, maxLength } = target;
    const givenName = name.trim() === '' ? null : name.trim();
    const policy = { expiresAt, maxAccess };
    return {
      ...{ account, maxLength, content, password, name: givenName, policy },
      extends: again?.extends ?? null,
    };
  };
  const isMissing = (blocked: Blocked): boolean => {
    switch (blocked) {
      case 'empty':
        return text.isEmpty;
      case 'password':
        return unlock.password === '';
      case 'expiry':
        return hasExpiryProblem(expiry, Date.now());
      case 'access':
        return resolveAccess(access) === undefined;
      case 'tooLarge':
        return text.size !== null;
      case 'service':
        return target.status !== 'ready';
    }
  };
  return {
    ...{ text, expiry, setExpiry, access, setAccess, choice, setChoice, own, setOwn, unlock, name, setName },
    toRequest,
    isMissing,
  };
}

/** The settings of an earlier secret are filled in once; what the person changes after that stands. */
function useSettingsOfBefore(setName: (name: string) => void, fill: PolicyChoice['fill']): Again | null {
  const again = useAgain((state) => state.again);
  const [taken, setTaken] = useState<Again | null>(null);
  if (again !== taken) {
    setTaken(again);
    setName(again?.name ?? '');
    fill(again);
  }
  return again;
}

interface PolicyChoice extends Pick<Draft, 'expiry' | 'setExpiry' | 'access' | 'setAccess'> {
  /** As an earlier secret was sent, or null for the account's defaults. */
  readonly fill: (settings: AccountDefaults | null) => void;
}

/** What is not chosen is the account's default, and follows when another account is chosen. */
function usePolicy(defaults: AccountDefaults): PolicyChoice {
  const [expiry, setExpiry] = useState<ExpiryChoice | null>(null);
  const [access, setAccess] = useState<AccessChoice | null>(null);
  return {
    expiry: expiry ?? { kind: 'lifetime', seconds: defaults.lifetimeSeconds },
    setExpiry,
    access: access ?? { kind: 'count', count: defaults.maxAccess },
    setAccess,
    fill: (settings) => {
      setExpiry(settings === null ? null : { kind: 'lifetime', seconds: settings.lifetimeSeconds });
      setAccess(settings === null ? null : { kind: 'count', count: settings.maxAccess });
    },
  };
}
