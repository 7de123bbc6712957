import { useState } from 'react';
import { parseOrigin, type ServiceOrigin } from '../../../core/api/origin.ts';
import type { CallInput } from '../../../shared/bridge/contract.ts';
import { hostOf } from '../../state/accounts.ts';
import { type TokenInput, useTokenInput } from './use-token-input.ts';

/** The service this program was made for, offered ready-made. */
export const ENIGMACRYPT = { name: 'EnigmaCrypt', origin: 'https://enigmacrypt.app' } as const;

export type OriginProblem = 'missing' | 'malformed' | 'insecure';

/** What a person fills in for a new account, and what is still wrong with it. */
export interface AccountForm {
  readonly which: 'enigmacrypt' | 'other';
  readonly choose: (which: 'enigmacrypt' | 'other') => void;
  readonly origin: string;
  readonly setOrigin: (origin: string) => void;
  /** Said once the field was left or the form was sent. */
  readonly originProblem: OriginProblem | null;
  readonly checkOrigin: () => void;
  /** Plain http in a local network: the warning and its consent are shown. */
  readonly isPrivate: boolean;
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
  readonly isConsentMissing: boolean;
  /** Until it is typed, the service's own name. */
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly isNameMissing: boolean;
  readonly auth: 'token' | 'anonymous';
  readonly setAuth: (auth: 'token' | 'anonymous') => void;
  readonly token: TokenInput;
  /** Everything as one call, or null where the form now says what is missing. */
  readonly take: () => CallInput<'accounts.add'> | null;
}

const USUAL_DEFAULTS = { lifetimeSeconds: 7 * 86_400, maxAccess: 1 } as const;

export function useAccountForm(): AccountForm {
  const [which, setWhich] = useState<AccountForm['which']>('enigmacrypt');
  const [typedOrigin, setOrigin] = useState('');
  const [isOriginLeft, setIsOriginLeft] = useState(false);
  const [isAccepted, accept] = useState(false);
  const [typedName, setName] = useState<string | null>(null);
  const [auth, setAuth] = useState<AccountForm['auth']>('token');
  const [isSent, setIsSent] = useState(false);
  const token = useTokenInput();

  const origin = which === 'enigmacrypt' ? ENIGMACRYPT.origin : typedOrigin;
  const parsed = readOrigin(origin);
  const isPrivate = typeof parsed === 'object' && parsed.security === 'private';
  const suggested =
    which === 'enigmacrypt' ? ENIGMACRYPT.name : typeof parsed === 'object' ? hostOf(parsed) : '';
  const name = (typedName ?? suggested).trim();
  const take = (): CallInput<'accounts.add'> | null => {
    setIsSent(true);
    const taken = auth === 'token' ? token.take() : null;
    const isIncomplete = typeof parsed !== 'object' || name === '' || (isPrivate && !isAccepted);
    if (isIncomplete || (auth === 'token' && taken === null)) return null;
    return {
      ...{ name, origin: parsed.origin, token: taken, hash: 'SHA-256', defaults: USUAL_DEFAULTS },
      acceptInsecure: isPrivate && isAccepted,
    };
  };
  return {
    which,
    choose: setWhich,
    origin: typedOrigin,
    setOrigin,
    originProblem: typeof parsed === 'string' && (isSent || isOriginLeft) ? parsed : null,
    checkOrigin: () => {
      if (typedOrigin.trim() !== '') setIsOriginLeft(true);
    },
    ...{ isPrivate, isAccepted, accept },
    isConsentMissing: isSent && isPrivate && !isAccepted,
    name: typedName ?? suggested,
    setName,
    isNameMissing: name === '' && (isSent || typedName !== null),
    ...{ auth, setAuth, token, take },
  };
}

function readOrigin(typed: string): ServiceOrigin | OriginProblem {
  if (typed.trim() === '') return 'missing';
  const origin = parseOrigin(typed);
  return origin.ok ? origin.value : origin.error.code;
}
